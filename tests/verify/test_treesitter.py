"""The first error of a tree."""

from __future__ import annotations

import pytest
import tree_sitter_python
from tree_sitter import Language

from specforge.verify.treesitter import find_error

PYTHON = Language(tree_sitter_python.language())


def test_a_tree_without_an_error_has_none() -> None:
    assert find_error("x = 1\n", PYTHON) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("x = 1\ny = )\n", "line 2, column ", id="what cannot be there"),
        pytest.param("f(1\n", "line 1, column ", id="what is missing"),
        pytest.param("def f():\n    if x:\n        y = = 1\n", "line 3, column ", id="deep inside"),
    ],
)
def test_an_error_is_told_by_line_and_column(text: str, place: str) -> None:
    assert str(find_error(text, PYTHON)).startswith(place)
