from __future__ import annotations

import pytest

from specforge.vtl.budget import Budget
from specforge.vtl.jsonpath import compile_path

DATA: dict[str, object] = {
    "a": {"b": [1, 2, {"c": 3}]}, "list": [{"n": 1, "k": "x"}, {"n": 2}, {"n": 3, "k": "y"}], "odd name": 4,
    "null": None,
}  # fmt: skip


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("$", DATA), ("$.a.b[0]", 1), ("a.b[1]", 2), ("$['odd name']", 4), ('$["a"]["b"][2].c', 3), ("$.a.b[-1].c", 3),
        ("$.null", None), ("$.none", None), ("$.none.x", None), ("$.a.b.c", None), ("$.a.b[9]", None), ("$.a[0]", None),
        ("$.list[*].n", [1, 2, 3]), ("$.list[*].k", ["x", "y"]), ("$.list[0,2].n", [1, 3]), ("$.list[1:].n", [2, 3]),
        ("$.list[:2].n", [1, 2]), ("$.list[-1:].n", [3]), ("$..n", [1, 2, 3]), ("$..c", [3]), ("$..b[0]", [1]),
        ("$.none[*]", []), ("$..none", []), ("$.a.*", [[1, 2, {"c": 3}]]), ("$.list[0]['n','k']", {"n": 1, "k": "x"}),
        ("$.list[*]['n','none']", [{"n": 1}, {"n": 2}, {"n": 3}]), ("$.list[?(@.k)].n", [1, 3]),
    ],
)  # fmt: skip
def test_path_reads(path: str, expected: object) -> None:
    assert compile_path(path).read(DATA, Budget()) == expected


def test_only_single_names_and_positions_are_definite() -> None:
    assert [compile_path(one).is_definite for one in ("$.a[0]", "$['a']", "$.a[*]", "$..a", "$.a[0,1]", "$.a[1:]")] == [
        True, True, False, False, False, False,
    ]  # fmt: skip
