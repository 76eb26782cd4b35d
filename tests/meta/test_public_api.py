"""The public names are those that the guide documents, each with a docstring, each loaded on first use."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

import specforge
from tests.meta.tree import modules, parsed
from tests.required import ROOT

# Modules whose public functions, classes and methods all say what they are for.
DOCUMENTED = ("compiler.py", "diagnostics.py", "errors.py", "rules/rule.py", "targets/target.py", "ir/")


def test_all_equals_the_names_that_the_guide_documents() -> None:
    guide = ROOT.joinpath("docs", "guide", "python-api.md").read_text(encoding="utf-8")

    assert sorted(re.findall(r"^\| `(\w+)` \|", guide, re.MULTILINE)) == sorted(specforge.__all__)


@pytest.mark.parametrize("name", specforge.__all__)
def test_every_public_name_loads_and_says_what_it_is(name: str) -> None:
    documentation = getattr(specforge, name).__doc__

    assert documentation
    assert documentation.strip().partition("\n")[0].endswith((".", ":"))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing_like_that"):
        specforge.nothing_like_that  # noqa: B018  # the access is what is tested


def test_public_parts_of_the_core_have_docstrings() -> None:
    silent = [
        f"{path}:{node.lineno} {node.name}"
        for path in modules()
        if str(path).startswith(DOCUMENTED)
        for node in _definitions(parsed(path))
        if not node.name.startswith("_") and not ast.get_docstring(node)
    ]

    assert silent == []


def _definitions(node: ast.Module | ast.ClassDef) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    for child in node.body:
        if isinstance(child, ast.ClassDef):
            yield child
            yield from _definitions(child)
        elif isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield child
