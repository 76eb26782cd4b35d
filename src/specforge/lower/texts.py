"""Texts of the document, one by one and in lists."""

from __future__ import annotations

from collections.abc import Mapping

from specforge.document import Cursor
from specforge.ir import Data, Text
from specforge.lower.alternatives import find_list
from specforge.source import text_of


def string_in(raw: Mapping[str, Data], key: str) -> str | None:
    """Returns the string under a key; None for anything else."""
    value = raw.get(key)
    return value if isinstance(value, str) else None


def words_in(cursor: Cursor, key: str) -> str | None:
    """Returns the scalar under a key as it reads, with its expressions as they are spelled."""
    value = cursor.value.get(key) if isinstance(cursor.value, dict) else None
    if isinstance(value, str):
        return value
    text = text_of(value)
    return None if text is None else str(text)


def texts_in(cursor: Cursor, key: str) -> tuple[Text, ...]:
    """Returns the texts of the list under a key; a lone text counts as a list of one."""
    found = find_list(cursor, key)
    if found is None:
        lone = cursor.text(key)
        return () if lone is None else (lone,)
    texts = (text_of(element.value) for element in found.elements())
    return tuple(text for text in texts if text is not None)


def others(raw: Mapping[str, Data], known: frozenset[str]) -> dict[str, Data]:
    """Returns the entries whose keys are not among the known ones, as the document has them."""
    return {key: value for key, value in raw.items() if key not in known}
