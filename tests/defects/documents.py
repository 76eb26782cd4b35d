"""The documents of this folder: each with one defect, and a comment above it that says what is found, and where.

`# defect: RULE at TEXT` stands above the first place at which TEXT is found; `# option: ...` is an option of the
command line. Those of `deployment/` are configurations, of orders.yaml unless `# document: ...` names another.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent
_MARK = re.compile(r"^ *# defect: (\S+) at (.*)\n", re.MULTILINE)
_OPTION = re.compile(r"^# option: (.*)$", re.MULTILINE)
_DOCUMENT = re.compile(r"^# document: (.*)$", re.MULTILINE)
DEPLOYMENT = FOLDER / "deployment"
DESCRIBED = "orders.yaml"


class Defect(NamedTuple):
    """A document, and what must be found in it."""

    document: Path
    title: str
    options: tuple[str, ...]
    rule: str
    place: str


def defects() -> list[Defect]:
    """Returns all of them, by name."""
    return [_read(path) for path in sorted(FOLDER.glob("*.yaml")) if not path.name.endswith(".specforge.yaml")]


def faults() -> list[Defect]:
    """Returns the configurations with one defect, by name."""
    return [_read_fault(path) for path in sorted(DEPLOYMENT.glob("*.yaml")) if not path.name.startswith("orders")]


def _read_fault(path: Path) -> Defect:
    text = path.read_text(encoding="utf-8")
    named = _DOCUMENT.search(text)
    rule, place = _marked(path, text)
    title = text.partition("\n")[0].removeprefix("# ")
    return Defect(DEPLOYMENT / (named[1] if named else DESCRIBED), title, ("--config", path.name), rule, place)


def _read(path: Path) -> Defect:
    text = path.read_text(encoding="utf-8")
    options = tuple(word for option in _OPTION.findall(text) for word in option.split())
    title = text.partition("\n")[0].removeprefix("# ")
    beside = path.with_suffix(".specforge.yaml")
    marked = beside if beside.is_file() and _MARK.search(beside.read_text(encoding="utf-8")) else path
    return Defect(path, title, options, *_marked(marked, marked.read_text(encoding="utf-8")))


def _marked(file: Path, text: str) -> tuple[str, str]:
    """Returns the rule and the place that a text marks."""
    mark = _MARK.search(text)
    assert mark is not None, f"{file} marks no defect"
    before = text[: text.index(mark[2], mark.end())]
    return mark[1], f"{file.name}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
