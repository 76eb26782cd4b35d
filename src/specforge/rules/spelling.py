"""Guesses what a misspelt word was meant to be."""

from __future__ import annotations

from collections.abc import Iterable

CLOSE = 0.75


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Returns `; did you mean x?` when one known word is close, else an empty text."""
    from difflib import get_close_matches  # lazy: 3 ms, on the error path only

    near = get_close_matches(word, list(known), 1, CLOSE)
    return f"; did you mean {near[0]}?" if near else ""
