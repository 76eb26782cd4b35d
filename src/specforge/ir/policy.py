"""Resource policies. Source: the developer guide, "Controlling access to an API with API Gateway resource policies"."""

from __future__ import annotations

import msgspec

from specforge.diagnostics import Origin
from specforge.source import Data, Text


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One statement of a policy; `principal` and `condition` are kept as the document has them."""

    effect: str | None = None
    principal: Data = None
    actions: tuple[Text, ...] = ()
    resources: tuple[Text, ...] = ()
    condition: Data = None
    origin: Origin


class Policy(msgspec.Struct, frozen=True, kw_only=True):
    """An IAM policy document; `document` is the whole of it, as written."""

    document: Data
    statements: tuple[Statement, ...] = ()
    origin: Origin
