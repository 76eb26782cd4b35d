"""Short forms to full integrations."""

from __future__ import annotations

from specforge.expand.expand import expand

__all__ = ["expand"]
