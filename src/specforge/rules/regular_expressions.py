"""Regular expressions of a document, which API Gateway reads as Java does."""

from __future__ import annotations

import re

JAVA_ONLY = re.compile(r"\\[pPhHvVRXQEzZG]|[*+?}]\+|&&|\(\?[<a-zA-Z]")
"""What Java's regular expressions have and Python's lack: of such a text nothing is said."""


def is_no_regex(text: str) -> bool:
    r"""Tells whether a text is surely no regular expression.

    >>> is_no_regex("5["), is_no_regex("5.."), is_no_regex("\\p{Alpha}(")
    (True, False, False)
    """
    if JAVA_ONLY.search(text):
        return False
    try:
        re.compile(text)
    except (re.error, OverflowError, RecursionError):
        return True
    return False
