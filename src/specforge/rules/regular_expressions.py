"""Regular expressions of a document, which API Gateway reads as Java does."""

from __future__ import annotations

import re
import warnings

JAVA_ONLY = re.compile(r"\\[pPhHvVRXQEzZG]|[*+?}]\+|&&|\(\?[<a-zA-Z]")
"""What Java's regular expressions have and Python's lack: of such a text nothing is said."""
UNREADABLE = (re.error, OverflowError, RecursionError)


def is_no_regex(text: str) -> bool:
    r"""Tells whether a text is surely no regular expression.

    >>> is_no_regex("5["), is_no_regex("5.."), is_no_regex("\\p{Alpha}(")
    (True, False, False)
    """
    if JAVA_ONLY.search(text):
        return False
    try:
        compiled(text)
    except UNREADABLE:
        return True
    except FutureWarning:
        pass  # a set in a set, which Java reads
    return False


def compiled(text: str) -> re.Pattern[str]:
    """Returns an expression of a document.

    Raises one of `UNREADABLE`, or FutureWarning for what Python reads in another way than Java, such as a set in a set;
    as a warning it would show Python's words, and ours, on the user's terminal.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error", FutureWarning)
        return re.compile(text)
