"""Request bodies of reviews as dictionaries, under the names that they have on the
wire.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict


class ReviewDict(TypedDict):
    """`Review` as a dictionary."""

    stars: int
    text: NotRequired[str]
