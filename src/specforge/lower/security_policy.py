"""`x-amazon-apigateway-security-policy`.

Source: the developer guide, "x-amazon-apigateway-security-policy property".
"""

from __future__ import annotations

from specforge.ir import Text
from specforge.lower.context import Context

EXTENSION = "x-amazon-apigateway-security-policy"


def lower_security_policy(context: Context) -> Text | None:
    """Returns the TLS policy of the endpoint; None when the document says nothing."""
    return context.root.text(EXTENSION)
