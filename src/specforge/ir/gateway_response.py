"""Gateway responses: what API Gateway answers when it does not reach the integration.

Source: the developer guide, "x-amazon-apigateway-gateway-responses.gatewayResponse object".
"""

from __future__ import annotations

import msgspec

from specforge.diagnostics import Origin
from specforge.ir.integration import ParameterMapping, Template
from specforge.source import Text


class GatewayResponse(msgspec.Struct, frozen=True, kw_only=True):
    """The answer of one response type, such as DEFAULT_4XX."""

    type: str
    status: Text | None = None
    parameters: tuple[ParameterMapping, ...] = ()
    templates: tuple[Template, ...] = ()
    origin: Origin
