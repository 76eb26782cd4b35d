"""Plain data as lines of block-style YAML: which keys need no quotes and what stands on one line is decided here."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

import msgspec

from specforge.ir import Data

# YAML looks for a key's colon within 1024 characters; a longer key is marked: https://yaml.org/spec/1.2.2/#7432
_LONGEST_KEY = 1000
_PLAIN_KEY = re.compile(r"[A-Za-z](?:[A-Za-z0-9_:-]*[A-Za-z0-9])?")
# What some reader of YAML 1.1 takes for a flag or for null.
_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


class Line(msgspec.Struct, frozen=True):
    """One line: what it starts with, a key if it has one, and a scalar or an empty collection if one stands here."""

    lead: str
    key: str | None = None
    value: Data = None
    has_value: bool = False

    @property
    def key_is_plain(self) -> bool:
        """Tells whether every reader of YAML takes the unquoted key for this text."""
        return self.key is not None and is_plain_key(self.key)


def is_plain_key(key: str) -> bool:
    """Tells whether a key needs no quotes.

    >>> is_plain_key("Fn::If"), is_plain_key("on"), is_plain_key("200")
    (True, False, False)
    """
    return _PLAIN_KEY.fullmatch(key) is not None and key.lower() not in _WORDS


def lines(data: Data, indent: str = "", *, on_one_line: Collection[str] = ()) -> Iterator[Line]:
    """Yields the lines of a mapping or a list that is not empty; what stands under some keys has only one."""
    yield from _lines(data, indent, indent, on_one_line)


def _lines(data: Data, lead: str, indent: str, on_one_line: Collection[str]) -> Iterator[Line]:
    """`lead` starts the first line: the indent, or the dash of a list around it."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key in on_one_line:
                yield Line(lead, key, value, has_value=True)
            else:
                yield from _entry(key, value, (lead, indent), on_one_line)
            lead = indent
    elif isinstance(data, list):
        for value in data:
            if _is_block(value):
                yield from _lines(value, lead + "- ", indent + "  ", on_one_line)
            else:
                yield Line(lead + "- ", None, value, has_value=True)
            lead = indent


def _entry(key: str, value: Data, leads: tuple[str, str], on_one_line: Collection[str]) -> Iterator[Line]:
    lead, indent = leads
    before, name = lead, key if len(key) <= _LONGEST_KEY else None
    if name is None:
        yield Line(f"{lead}? ", None, key, has_value=True)
        before = f"{indent}:" if _is_block(value) else f"{indent}: "
    if _is_block(value):
        yield Line(before, name)
        yield from _lines(value, indent + "  ", indent + "  ", on_one_line)
    else:
        yield Line(before, name, value, has_value=True)


def _is_block(value: Data) -> bool:
    return isinstance(value, dict | list) and bool(value)
