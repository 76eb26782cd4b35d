"""Guesses what a misspelt word was meant to be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

CLOSE = 0.75
LONGEST = 100
"""Beyond which a word is no misspelling of a known one, and comparing it would take long."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Returns `; did you mean x?` when one known word is close, else an empty text."""
    near = find_close(word, known)
    return f"; did you mean {near}?" if near is not None else ""


def find_close(word: str, known: Iterable[str]) -> str | None:
    """Returns the known word that is closest to a misspelt one, if it is close: for a hint, which may guess."""
    from difflib import get_close_matches  # lazy: 3 ms, on the error path only

    near = get_close_matches(word, list(known), 1, CLOSE) if len(word) <= LONGEST else []
    return near[0] if near else None


def listed(words: Sequence[str]) -> str:
    """Returns the words of which one is wanted: `a, b or c`."""
    return " or ".join(", ".join(part) for part in (words[:-1], words[-1:]) if part)


def holding(part: str, known: Iterable[str], most: int = 5) -> str:
    """Returns `; there are x and y` for the known words that hold a part of one, else an empty text."""
    found = [word for word in known if part and part in word][:most]
    return f"; there are {', '.join(found)}" if len(found) > 1 else f"; did you mean {found[0]}?" if found else ""


def find_near(word: str, known: Iterable[str]) -> str | None:
    """Returns the one known word that a misspelt one can only have meant: for fixes, which must not guess.

    It differs in case alone, or in a letter or two while every other word differs in more.

    >>> find_near("default_4xx", ["DEFAULT_4XX", "DEFAULT_5XX"]), find_near("cat", ["car"])
    ('DEFAULT_4XX', None)
    """
    words = list(dict.fromkeys(known))
    alike = [one for one in words if one.casefold() == word.casefold()]
    if alike:
        return alike[0] if len(alike) == 1 else None
    ranked = sorted((distance(word.casefold(), one.casefold()), one) for one in words if abs(len(one) - len(word)) < 3)
    if not ranked or ranked[0][0] > (2 if len(word) > 7 else 1) or len(word) < 4:
        return None
    return ranked[0][1] if len(ranked) == 1 or ranked[1][0] > ranked[0][0] else None


def distance(one: str, other: str) -> int:
    """Returns how many letters to add, leave out, change or swap with the next lie between two words."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        before, above, row = row, before, [at]
        for to, wanted in enumerate(other, start=1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != wanted))
            if at > 1 < to and letter == other[to - 2] and one[at - 2] == wanted:
                cost = min(cost, above[to - 2] + 1)
            row.append(cost)
    return row[-1]
