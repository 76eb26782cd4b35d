"""What may reach a terminal or a CI log: nothing of a document without being made visible first."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_HIDDEN = (
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ud800-\udfff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
MOST_CHARACTERS = 2000
COMMANDS = ("::", "##")
"""What a line begins with that GitHub Actions or Azure Pipelines take for a command."""


def visible(text: str, most: int = MOST_CHARACTERS) -> str:
    r"""Returns text with control and direction characters spelled out, on one line, cut when it is very long.

    >>> visible("a\x1b[31mb")
    'a\\x1b[31mb'
    """
    plain = text.isascii() and text.isprintable()  # as nearly always, which spares the pattern: 1 ms
    shown = text if plain else re.sub(_HIDDEN, lambda match: _escape(match[0]), text)
    return shown if len(shown) <= most else f"{shown[:most]}…"


def _escape(character: str) -> str:
    code = ord(character)
    if character == "\n":
        return "\\n"
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def harmless(line: str) -> str:
    r"""Returns a line that no CI system takes for a command, whatever text it begins with.

    >>> harmless("::error::a.yaml")
    '\\x3a:error::a.yaml'
    """
    start = line.lstrip()
    return line.replace(start[0], f"\\x{ord(start[0]):02x}", 1) if start.startswith(COMMANDS) else line


@contextmanager
def unheard() -> Iterator[None]:
    """Goes on when the reader of the output has gone away: the work and the exit code stay what they are."""
    try:
        yield
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
