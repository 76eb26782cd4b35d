"""Texts as Java counts them: in units of UTF-16.

Texts without characters outside the basic plane, nearly all, are handled as they are.
"""

from __future__ import annotations

import re

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LONE = re.compile("[\ud800-\udfff]")


def split(text: str) -> str:
    """Returns the text with one character for each UTF-16 unit."""
    if text.isascii() or not _ASTRAL.search(text):
        return text
    return _ASTRAL.sub(lambda match: _surrogates(ord(match[0])), text)


def _surrogates(point: int) -> str:
    point -= 0x10000
    return chr(0xD800 + (point >> 10)) + chr(0xDC00 + (point & 0x3FF))


def join(text: str) -> str:
    """Returns the text with its surrogate pairs made one character again."""
    if text.isascii() or not _LONE.search(text):
        return text
    return _PAIR.sub(lambda match: _character(match[0]), text)


def _character(pair: str) -> str:
    return chr(0x10000 + ((ord(pair[0]) - 0xD800) << 10) + (ord(pair[1]) - 0xDC00))


def printable(text: str) -> str:
    """Returns what is sent of a text: a lone surrogate cannot be encoded and becomes `?`, as in Java."""
    if text.isascii():
        return text
    return _LONE.sub("?", join(text))


def to_bytes(text: str) -> bytes:
    """Returns the text in UTF-8 as String.getBytes does."""
    return printable(text).encode()


def length(text: str) -> int:
    """Returns how many units a text has."""
    if text.isascii():
        return len(text)
    return len(text) + len(_ASTRAL.findall(text))


def hash_code(text: str) -> int:
    """Returns String.hashCode()."""
    value = 0
    for unit in split(text):
        value = (value * 31 + ord(unit)) & 0xFFFFFFFF
    return value - (1 << 32) if value >= 1 << 31 else value
