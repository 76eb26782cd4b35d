"""Parses JSON again."""

from __future__ import annotations

import json


def find_fault(text: str) -> str | None:
    """Returns why a text is no JSON; None when it is."""
    try:
        json.loads(text)
    except ValueError as error:
        return str(error)
    return None
