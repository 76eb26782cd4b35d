"""File names out of the document's own words: lower case, bounded, unique, and never a way out of the folder."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

MOST_CHARACTERS = 60
_OTHER = re.compile(r"[^a-z0-9]+")


def slugs(texts: Iterable[str], *, without_words: str) -> list[str]:
    """Returns a slug for each text; `without_words` stands for a text of which nothing is left.

    A slug that is cut, or that two texts share, ends in a digest of its text: the others keep theirs whatever comes
    or goes beside them.

    >>> slugs(["/orders/{id}", "/"], without_words="root")
    ['orders-id', 'root']
    """
    listed = list(texts)
    plain = [_OTHER.sub("-", text.lower()).strip("-") or without_words for text in listed]
    shared = Counter(plain)
    return _unique(
        _marked(slug, text) if len(slug) > MOST_CHARACTERS or shared[slug] > 1 else slug
        for slug, text in zip(plain, listed, strict=True)
    )


def _marked(slug: str, text: str) -> str:
    return f"{slug[:MOST_CHARACTERS].rstrip('-')}-{sha256(text.encode('utf-8')).hexdigest()[:8]}"


def _unique(names: Iterable[str]) -> list[str]:
    """Numbers what is still the same: a text may look like the slug and digest of another."""
    taken: dict[str, None] = {}
    for name in names:
        number, numbered = 1, name
        while numbered in taken:
            number += 1
            numbered = f"{name}-{number}"
        taken[numbered] = None
    return list(taken)
