"""YAML text to plain data: a fast reader for plain texts, our own for all others."""

from __future__ import annotations

import math
import re

from specforge.source.building import collector_paused, survey
from specforge.source.model import Bounds, Data, Reading
from specforge.source.text import Lines

_NODE_START = r"(?:^|[:?,\[{-])[ \t]*"
# What the fast reader drops, resolves in its own way, or does not tell us about. A hit in a
# comment or in the middle of a text only costs time.
_NOT_PLAIN = re.compile(
    rf"""{_NODE_START}[!&][^\s]                          # tag or anchor
    |{_NODE_START}!\s                                    # non-specific tag
    |<<["']?[ \t]*:                                      # merge key
    |^(?:%|\.\.\.(?:\s|$))                               # directive, end of a document
    |{_NODE_START}(?:[+-]?0[0-9xXoObB_]|\+[0-9]|-0|[+-]?[0-9][0-9,]*[_:][0-9])
    |{_NODE_START}(?:[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)[ \t\r]*(?:$|[#,:\]}}])
    |[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]
    """,
    re.MULTILINE | re.VERBOSE,
)
_DOCUMENT_START = re.compile(r"^---(?:\s|$)", re.MULTILINE)
_ONLY_COMMENTS = re.compile(r"(?:[ \t]*(?:#[^\n]*)?(?:\r?\n|$))*\Z")


def read_yaml(lines: Lines, bounds: Bounds) -> Reading:
    """Reads a YAML text, of a file with several documents the first."""
    if _is_plain(lines.text):
        reading = _read_fast(lines, bounds)
        if reading is not None:
            return reading
    from specforge.source.composer import compose  # lazy: 30 ms

    with collector_paused(len(lines.text)):
        composed = compose(lines, bounds)
    data = composed.root.data if composed.sound and composed.root is not None else None
    return Reading(data, tuple(composed.problems), composed.sound, "yaml")


def _is_plain(text: str) -> bool:
    starts = [found.start() for found in _DOCUMENT_START.finditer(text)]
    if len(starts) > 1 or (starts and not _ONLY_COMMENTS.match(text[: starts[0]])):
        return False
    return _NOT_PLAIN.search(text) is None


def _read_fast(lines: Lines, bounds: Bounds) -> Reading | None:
    """Returns None where the fast reader refuses or a key has to be looked at in the text."""
    import yaml_rs  # lazy: 20 ms

    try:
        with collector_paused(len(lines.text)):
            data: Data = yaml_rs.loads(lines.text, parse_datetime=False)
            if survey(data, bounds.depth).depth > bounds.depth or not _keys_to_text(data):
                return None
    except ValueError:
        return None
    return Reading(data, (), True, "yaml")


def _keys_to_text(root: Data) -> bool:
    """Turns whole-number keys into text in place; False when that is not all that is to do."""
    open_: list[Data] = [root]
    while open_:
        node = open_.pop()
        if isinstance(node, dict):
            if set(map(type, node)) - {str}:
                if not _rename(node):
                    return False
            open_.extend(node.values())
        elif isinstance(node, list):
            open_.extend(node)
        elif isinstance(node, float) and not math.isfinite(node):
            return False
    return True


def _rename(node: dict[str, Data]) -> bool:
    if not all(type(key) in (str, int) for key in node):
        return False
    renamed = {str(key): value for key, value in node.items()}
    if len(renamed) != len(node):
        return False
    node.clear()
    node.update(renamed)
    return True
