"""`x-amazon-apigateway-importexport-version`.

Source: the developer guide, "x-amazon-apigateway-importexport-version property".
"""

from __future__ import annotations

from specforge.ir import Text
from specforge.lower.context import Context

EXTENSION = "x-amazon-apigateway-importexport-version"


def lower_importexport_version(context: Context) -> Text | None:
    """Returns the version of the export format of HTTP APIs; None when the document says nothing."""
    return context.root.text(EXTENSION)
