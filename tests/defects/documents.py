"""The documents of this folder: each with one defect, and a comment above it that says what is found, and where.

`# defect: RULE at TEXT` stands above the first place at which TEXT is found; `# option: ...` is an option of the
command line.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent
_MARK = re.compile(r"^ *# defect: (\S+) at (.*)\n", re.MULTILINE)
_OPTION = re.compile(r"^# option: (.*)$", re.MULTILINE)


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


def _read(path: Path) -> Defect:
    text = path.read_text(encoding="utf-8")
    options = tuple(word for option in _OPTION.findall(text) for word in option.split())
    title = text.partition("\n")[0].removeprefix("# ")
    for file in (path, path.with_suffix(".specforge.yaml")):
        marked = file.read_text(encoding="utf-8") if file.is_file() else ""
        if mark := _MARK.search(marked):
            before = marked[: marked.index(mark[2], mark.end())]
            line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
            return Defect(path, title, options, mark[1], f"{file.name}:{line}:{column}")
    raise AssertionError(f"{path} marks no defect")
