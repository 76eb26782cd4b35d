"""Documentation parts. Source: the developer guide, "x-amazon-apigateway-documentation object"."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from specforge.diagnostics import Origin
from specforge.source import Data


class DocumentationPart(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of documentation and the part of the API it belongs to."""

    location: Mapping[str, str]
    properties: Mapping[str, Data]
    origin: Origin


class Documentation(msgspec.Struct, frozen=True, kw_only=True):
    """The content of `x-amazon-apigateway-documentation`."""

    version: str | None = None
    parts: tuple[DocumentationPart, ...] = ()
    origin: Origin
