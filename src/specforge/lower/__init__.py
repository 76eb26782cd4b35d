"""From a document to the model."""

from __future__ import annotations

from specforge.lower.lower import lower

__all__ = ["lower"]
