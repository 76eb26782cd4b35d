"""Whether a text can be too long for one of API Gateway's limits, told without writing anything."""

from __future__ import annotations

from specforge.document import Document
from specforge.limits import Limit

MOST_GROWTH = 4
"""How many bytes of JSON a letter of YAML can become: `a:` becomes `"a":null,`, an emoji four bytes."""


def may_exceed(document: Document, limit: Limit) -> bool:
    """Tells whether a part of a document can be larger than a limit: a short text of one file cannot."""
    return len(document.source.text) * MOST_GROWTH > limit.value or len(document.references.sources) > 1
