"""`x-amazon-apigateway-binary-media-types`.

Source: the developer guide, "x-amazon-apigateway-binary-media-types property".
"""

from __future__ import annotations

from specforge.ir import Text
from specforge.lower.context import Context
from specforge.lower.texts import texts_in

EXTENSION = "x-amazon-apigateway-binary-media-types"


def lower_binary_media_types(context: Context) -> tuple[Text, ...]:
    """Returns the media types whose bodies are bytes."""
    return texts_in(context.root, EXTENSION)
