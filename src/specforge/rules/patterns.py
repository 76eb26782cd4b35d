"""Keys of integration responses as API Gateway matches them: regular expressions over a whole text."""

from __future__ import annotations

import re

from specforge.rules.regular_expressions import UNREADABLE, compiled

NUMERIC = re.compile(r"\^?[345]([0-9xX]{2}|\\d\{2\}|\\d\\d|\[0-9\]\{2\}|\.\.|\.\{2\})\$?\Z")
"""A key that is meant for a status of failure: 404, 4XX, 4\\d{2}."""
STATUS = re.compile(r"[1-5]\d\d")
"""A status as API Gateway takes it."""
LONGEST = 64


def matches(key: str, text: str) -> bool | None:
    """Tells whether a key matches a text; None when Python does not read it as Java does, or it is too long to try.

    >>> matches(r"2[0-9]{2}", "204")
    True
    """
    if len(key) > LONGEST:
        return None
    try:
        return compiled(key).fullmatch(text) is not None
    except (*UNREADABLE, FutureWarning):
        return None
