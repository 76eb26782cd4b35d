from __future__ import annotations

import pytest

from specforge.vtl.budget import Budget
from specforge.vtl.jsonpath import compile_path

DATA: dict[str, object] = {"n": [1, 2.5, 4], "m": {"a": 1, "b": 2}, "s": ["x", "y"]}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("$.n.length()", 3), ("$.m.length()", 2), ("$.m.keys()", ["a", "b"]), ("$.n.min()", 1.0), ("$.n.max()", 4.0),
        ("$.n.sum()", 7.5), ("$.n.avg()", 2.5), ("$.s.concat()", "xy"), ("$.n.first()", 1), ("$.n.last()", 4),
        ("$.n.index(1)", 2.5), ("$.n.index(-1)", 4), ("$.n.index(9)", None), ("$.m.min()", None),
        ("$.m.keys().length()", 2),
    ],
)  # fmt: skip
def test_function_ends_a_path(path: str, expected: object) -> None:
    assert compile_path(path).read(DATA, Budget()) == expected


def test_deviation() -> None:
    assert compile_path("$.stddev()").read([2, 4, 4, 4, 5, 5, 7, 9], Budget()) == 2.0
