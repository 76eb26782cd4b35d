"""The model Review."""

from __future__ import annotations

from dataclasses import dataclass

from .._runtime import UNSET, Model, Unset


@dataclass(slots=True, kw_only=True)
class Review(Model):
    """The schema Review."""

    stars: int
    text: str | Unset = UNSET
