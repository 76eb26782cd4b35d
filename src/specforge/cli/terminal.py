"""What may reach a terminal or a CI log: nothing of a document without being made visible first."""

from __future__ import annotations

import re

_HIDDEN = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
MOST_CHARACTERS = 2000


def visible(text: str) -> str:
    r"""Returns text with control and direction characters spelled out, on one line, cut when it is very long.

    >>> visible("a\x1b[31mb")
    'a\\x1b[31mb'
    """
    shown = _HIDDEN.sub(lambda match: _escape(match[0]), text)
    return shown if len(shown) <= MOST_CHARACTERS else f"{shown[:MOST_CHARACTERS]}…"


def _escape(character: str) -> str:
    code = ord(character)
    if character == "\n":
        return "\\n"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
