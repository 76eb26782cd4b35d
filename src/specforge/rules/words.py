"""What is said of a text that must be one of a few words."""

from __future__ import annotations

from collections.abc import Sequence

from specforge.diagnostics import Origin
from specforge.rules.fixes import renaming_to_near, respelling
from specforge.rules.rule import Findings, Found
from specforge.source import Text
from specforge.spelling import did_you_mean, listed

MOST_LISTED = 8
"""Of more words than these only the nearest is named."""


def unknown_word(
    at: Origin,
    word: Text | str | None,
    known: Sequence[str],
    *,
    name: str,
    any_case: bool = False,
    aws_message: str | None = None,
) -> Findings:
    """Yields that a value is none of the known words; nothing for one that is absent or known only at deployment.

    Where AWS reads `any_case`, a word counts in any.
    """
    literal = word.literal if isinstance(word, Text) else word
    if literal is None or literal in known or (any_case and literal.casefold() in {one.casefold() for one in known}):
        return
    fix = respelling(at, literal, known, any_case=any_case)
    yield Found(at, _message(name, literal, known), aws_message=aws_message, fix=fix)


def unknown_key(at: Origin, key: str, known: Sequence[str], *, name: str) -> Findings:
    """Yields that the key of a node is none of the known words."""
    if key not in known:
        fix = renaming_to_near(at, key, known)
        yield Found(at, f"{key} is no {name}{_hint(key, known)}", on_key=True, fix=fix)


def _message(name: str, word: str, known: Sequence[str]) -> str:
    wanted = f"; it must be {listed(known)}" if len(known) <= MOST_LISTED else ", which API Gateway does not have"
    return f"{name} is {word}{wanted}{_hint(word, known)}"


def _hint(word: str, known: Sequence[str]) -> str:
    by_case = {one.casefold(): one for one in known}
    return did_you_mean(by_case.get(word.casefold(), word), known)
