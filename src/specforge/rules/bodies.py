"""Request bodies."""

from __future__ import annotations

BODILESS = frozenset({"GET", "HEAD", "DELETE"})
"""The methods in which a request body has no meaning. Source: RFC 9110, section 9.3."""
