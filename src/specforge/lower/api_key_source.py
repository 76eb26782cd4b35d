"""`x-amazon-apigateway-api-key-source`.

Source: the developer guide, "x-amazon-apigateway-api-key-source property".
"""

from __future__ import annotations

from specforge.ir import Text
from specforge.lower.context import Context

EXTENSION = "x-amazon-apigateway-api-key-source"


def lower_api_key_source(context: Context) -> Text | None:
    """Returns where API keys come from, HEADER or AUTHORIZER; None when the document says nothing."""
    return context.root.text(EXTENSION)
