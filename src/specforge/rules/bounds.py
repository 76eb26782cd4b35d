"""What is said of a number outside its bounds."""

from __future__ import annotations


def broken_bound(value: int, least: int, most: int) -> str | None:
    """Returns the bound that a number breaks, as the words behind "it must be"; None for one inside.

    >>> broken_bound(3601, 0, 3600)
    'at most 3600'
    """
    if value < least:
        return f"at least {least}"
    return f"at most {most}" if value > most else None
