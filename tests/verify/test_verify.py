"""Every file is parsed again by its own language."""

from __future__ import annotations

import pytest

from specforge.errors import InternalError
from specforge.output import OutputFile, output_file
from specforge.verify import verify

GOOD = {
    "openapi.json": '{"a": 1}',
    "sam/template.yaml": "a: !Ref B\n",
    "a.yml": "a: 1\n---\nb: 2\n",
    "terraform/main.tf": 'variable "a" {\n  type = string\n}\n',
    "client/a.py": "def f(x: int) -> int:\n    return x\n",
    "client/a.pyi": "def f() -> None: ...\n",
    "docs/index.html": "<!doctype html><html><head><title>a</title></head><body><p>b</p></body></html>",
    "pyproject.toml": '[project]\nname = "a"\n',
}
BAD = {
    "openapi.json": '{"a": 1,}',
    "sam/template.yaml": "a: [1\n",
    "a.yml": "a: b: c\n",
    "terraform/main.tf": 'variable "a" {\n  type = \n}\n',
    "client/a.py": "def f(:\n",
    "client/a.pyi": "def f( -> None: ...\n",
    "docs/index.html": "<p onclick='x()'>b</p>",
    "pyproject.toml": "[project\n",
}


@pytest.mark.parametrize("path", GOOD)
def test_a_well_formed_file_passes(path: str) -> None:
    verify([output_file(path, GOOD[path])])


@pytest.mark.parametrize("path", BAD)
def test_a_file_that_does_not_parse_is_a_bug_that_names_it(path: str) -> None:
    with pytest.raises(InternalError, match=f"{path} does not parse as"):
        verify([output_file(path, BAD[path])])


@pytest.mark.parametrize("file", [output_file("a.md", "["), output_file("a.json", b"\xff"), output_file("a.txt", "{")])
def test_files_without_a_grammar_pass(file: OutputFile) -> None:
    verify([file])
