from __future__ import annotations

import pytest

from specforge.vtl.budget import Budget
from specforge.vtl.jsonpath import compile_path

ITEMS: list[object] = [
    {"n": 1, "s": "abc", "l": ["x"], "b": True},
    {"n": 2.5, "s": "b'c", "l": [], "z": None},
    {"n": 10, "s": "", "l": ["x", "y"], "limit": 3},
]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("@.n > 1", [1, 2]), ("@.n >= 2.5", [1, 2]), ("@.n < 10", [0, 1]), ("@.n <= 1", [0]), ("@.n == 1", [0]),
        ("@.n != 1", [1, 2]), ("@.s == 'abc'", [0]), ('@.s == "abc"', [0]), (r"@.s == 'b\'c'", [1]), ("@.limit", [2]),
        ("!@.limit", [0, 1]), ("@.b == true", [0]), ("@.z == null", [1]), ("@.n > 1 && @.n < 10", [1]),
        ("@.n == 1 || @.n == 10", [0, 2]), ("(@.n == 1 || @.n == 10) && @.b", [0]), ("@.s =~ /A.*/i", [0]),
        ("@.n in [1, 10]", [0, 2]), ("@.s nin ['abc']", [1, 2]), ("@.l contains 'y'", [2]),
        ("@.s contains 'b'", [0, 1]),
        ("@.l size 2", [2]), ("@.l empty true", [1]), ("@.l subsetof ['x']", [0, 1]), ("@.l anyof ['y']", [2]),
        ("@.l noneof ['x']", [1]), ("@.n === 1", [0]), ("@.n !== 1", [1, 2]), ("@['n'] > $[0].n", [1, 2]),
        ("@.s > 'abc'", [1]), ("@.n > 'a'", []), ("@.n == '1'", [0]),
    ],
)  # fmt: skip
def test_filter_keeps(condition: str, expected: list[int]) -> None:
    assert compile_path(f"$[?({condition})]").read(ITEMS, Budget()) == [ITEMS[index] for index in expected]
