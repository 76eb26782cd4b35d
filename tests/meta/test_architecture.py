"""ARCHITECTURE.md, the guides and the decisions name only what exists."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from tests.meta.tree import SRC, modules, parsed
from tests.required import ROOT

PAGES = ["ARCHITECTURE.md", "CONTRIBUTING.md", "COMPATIBILITY.md"]
LINKED = [*PAGES, "README.md", "docs/adr/README.md"]
# Paths that a page proposes to its reader: one part of them is a placeholder.
PLACEHOLDER = re.compile(r"[<>*{}…]|\.\.\.")


@pytest.mark.parametrize("page", PAGES)
def test_every_function_and_path_that_a_page_names_exists(page: str) -> None:
    names = re.findall(r"(?<!`)`([^`\n]+)`(?!`)", _prose(ROOT / page))

    assert [name for name in names if not _resolves(name)] == []


@pytest.mark.parametrize("page", LINKED)
def test_every_relative_link_of_a_page_leads_somewhere(page: str) -> None:
    folder = ROOT.joinpath(page).parent
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", _prose(ROOT / page))

    assert [link for link in links if "://" not in link and not folder.joinpath(link).exists()] == []


def _prose(page: Path) -> str:
    return re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)


def _resolves(name: str) -> bool:
    if PLACEHOLDER.search(name) or " " in name:
        return True
    if call := re.fullmatch(r"([A-Za-z_.]+)\(.*\)", name):
        return call[1].rpartition(".")[2] in _definitions() and _qualifier_exists(call[1])
    if re.fullmatch(r"\.{0,2}[\w.-]+(/[\w.@-]+)*/?", name) and ("/" in name or re.search(r"\.(py|md|toml|j2)$", name)):
        return any(folder.joinpath(name).exists() for folder in (ROOT, SRC))
    return True


def _qualifier_exists(dotted: str) -> bool:
    qualifier = dotted.rpartition(".")[0].removeprefix("specforge").strip(".")
    if not qualifier or qualifier[0].isupper():
        return True
    last = qualifier.split(".")[-1]
    return last in {path.stem for path in modules()} | {path.parent.name for path in modules()} | _definitions()


@cache
def _definitions() -> set[str]:
    return {
        node.name
        for path in modules()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    }
