r"""Reads what stands before the name of a reference: backslashes, stray `$` and `#`, the sigil itself.

An odd number of backslashes escapes the reference, half of them print; `$\!x` is no reference at all.
"""

from __future__ import annotations

from typing import NamedTuple

from specforge.vtl import ast


class Prefix(NamedTuple):
    """Is what a prefix means."""

    before: str
    """Is what prints before the value."""
    after_backslashes: int
    """Is how many characters of the prefix come before the last `$`."""
    is_escaped: bool
    is_reference: bool
    """Says whether a value is looked up at all."""
    runt: str | None
    """Is the text of a word that only touches the end of a reference: it prints as it stands."""


def read(node: ast.Reference) -> Prefix:
    """Returns what the prefix of a reference means."""
    prefix = node.prefix
    if prefix == "$":
        return _PLAIN
    if "\\!" in prefix:
        return Prefix("", 0, is_escaped=False, is_reference=False, runt=None)
    rest = prefix.lstrip("\\")
    backslashes = len(prefix) - len(rest)
    dollar = rest.rfind("$")
    if dollar < 0:
        return Prefix("", 0, is_escaped=False, is_reference=False, runt=rest + node.name)
    is_escaped = backslashes % 2 == 1
    before = "\\" * (backslashes // 2) + ("" if is_escaped else rest[:dollar])
    return Prefix(before, backslashes + dollar, is_escaped, is_reference=True, runt=None)


_PLAIN = Prefix("", 0, is_escaped=False, is_reference=True, runt=None)
