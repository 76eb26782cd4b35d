"""Parses every emitted file again, before it is written, with a native parser of its language."""

from __future__ import annotations

from specforge.verify.verify import verify

__all__ = ["verify"]
