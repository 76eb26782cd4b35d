"""`x-amazon-apigateway-minimum-compression-size`.

Source: the developer guide, "x-amazon-apigateway-minimum-compression-size property".
"""

from __future__ import annotations

from specforge.ir import Number
from specforge.lower.context import Context

EXTENSION = "x-amazon-apigateway-minimum-compression-size"


def lower_minimum_compression_size(context: Context) -> Number | None:
    """Returns from how many bytes on answers are compressed; None when the document says nothing."""
    return context.root.integer(EXTENSION)
