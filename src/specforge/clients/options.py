"""The options that the clients of all languages share: `build.clients` of specforge.yaml."""

from __future__ import annotations

from typing import Literal

import msgspec


class Pagination(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where pages say how to go on: the parameter and field of the token, and the field of the items."""

    token: str
    items: str | None = None


class ClientOptions(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """What `clients:` may hold."""

    pagination: Pagination | None = None
    int64: Literal["number", "bigint"] = "number"
    idempotency_header: str | None = None
