"""Pieces of Python modules that every template needs: import lines and docstrings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from specforge.clients.python.layout import WIDTH, Bracket, lay_out, wrap

_DIGITS = re.compile(r"([0-9]+)")


class Docstring(NamedTuple):
    """The lines of a docstring; `short` when it stands on one line."""

    lines: tuple[str, ...]
    short: bool


def docstring(*paragraphs: str | Iterable[str] | None, indent: int, fallback: str = "") -> Docstring:
    """Returns a docstring of paragraphs; the first one begins beside the quotes."""
    lines: list[str] = []
    for paragraph in paragraphs:
        first = 3 if not lines else 0
        found = wrap(outdent(paragraph), indent=indent, first=first) if isinstance(paragraph, str) else paragraph
        block = list(found or ())
        if block and lines:
            lines.append("")
        lines.extend(block)
    lines = lines or [fallback]
    return Docstring(tuple(lines), len(lines) == 1)


def outdent(text: str) -> str:
    """Returns a text without the margin that all lines but the first share; formatters take it away, too."""
    lines = text.expandtabs(4).strip().splitlines()
    rest = [line for line in lines[1:] if line.strip()]
    margin = min((len(line) - len(line.lstrip()) for line in rest), default=0)
    return "\n".join([*lines[:1], *(line[margin:] for line in lines[1:])])


def import_lines(source: str, names: Iterable[str], *, indent: int = 0) -> tuple[str, ...]:
    """Returns `from source import names`, on one line if it fits; nothing without names."""
    ordered = sorted(set(names), key=import_order)
    if not ordered:
        return ()
    line = f"{' ' * indent}from {source} import {', '.join(ordered)}"
    if len(line) <= WIDTH:
        return (line,)
    bracket = Bracket(f"{' ' * indent}from {source} import (", tuple(ordered), ")")
    return tuple(lay_out(bracket, indent=indent).splitlines())


def import_order(name: str) -> tuple[int, tuple[tuple[int, int, str], ...], str]:
    """Orders imported names as ruff does: constants, classes, the rest; digits by their number."""
    kind = 0 if name.isupper() and len(name) > 1 else (1 if name[:1].isupper() else 2)
    return kind, natural(name), name


def export_order(name: str) -> tuple[int, tuple[tuple[int, int, str], ...]]:
    """Orders the names of `__all__` as ruff does: like imports, but letter case counts."""
    return import_order(name)[0], _by_number(name)


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """Returns a key that sorts `item2` before `item10`.

    >>> sorted(["item10", "item2"], key=natural)
    ['item2', 'item10']
    """
    return _by_number(name.lower())


def _by_number(name: str) -> tuple[tuple[int, int, str], ...]:
    parts = _DIGITS.split(name)
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in parts if part)


def sentence(text: str | None) -> str | None:
    """Returns a summary with a full stop."""
    stripped = (text or "").strip()
    return stripped + "." if stripped and stripped[-1].isalnum() else text
