"""`x-amazon-apigateway-endpoint-access-mode`.

Source: the developer guide, "x-amazon-apigateway-endpoint-access-mode property".
"""

from __future__ import annotations

from specforge.ir import Text
from specforge.lower.context import Context

EXTENSION = "x-amazon-apigateway-endpoint-access-mode"


def lower_endpoint_access_mode(context: Context) -> Text | None:
    """Returns the access mode of the endpoint, BASIC or STRICT; None when the document says nothing."""
    return context.root.text(EXTENSION)
