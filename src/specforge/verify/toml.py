"""Parses TOML again."""

from __future__ import annotations

import tomllib


def find_fault(text: str) -> str | None:
    """Returns why a text is no TOML; None when it is."""
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return str(error)
    return None
