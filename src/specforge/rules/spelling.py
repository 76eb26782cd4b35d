"""Guesses what a misspelt word was meant to be."""

from __future__ import annotations

from collections.abc import Iterable

CLOSE = 0.75


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Returns `; did you mean x?` when one known word is close, else an empty text."""
    from difflib import get_close_matches  # lazy: 3 ms, on the error path only

    words = list(known)
    near = get_close_matches(word, words, 1, CLOSE)
    return f"; did you mean {near[0]}?" if near else ""


def holding(part: str, known: Iterable[str], most: int = 5) -> str:
    """Returns `; there are x and y` for the known words that hold a part of one, else an empty text."""
    found = [word for word in known if part and part in word][:most]
    return f"; there are {', '.join(found)}" if len(found) > 1 else f"; did you mean {found[0]}?" if found else ""
