"""Root tags with `x-amazon-apigateway-tag-value`, by which HTTP APIs are tagged.

Source: the developer guide, "x-amazon-apigateway-tag-value property".
"""

from __future__ import annotations

from specforge.document import Cursor
from specforge.ir import Tag
from specforge.lower.alternatives import find_list
from specforge.lower.context import Context
from specforge.lower.texts import words_in

EXTENSION = "x-amazon-apigateway-tag-value"


def lower_tags(context: Context) -> tuple[Tag, ...]:
    """Returns the tags that have a name."""
    found = find_list(context.root, "tags")
    elements = (element.follow() for element in found.elements()) if found is not None else ()
    return tuple(_tag(tag) for tag in elements if tag.words("name") is not None)


def _tag(tag: Cursor) -> Tag:
    return Tag(
        name=tag.words("name") or "",
        description=tag.string("description"),
        value=words_in(tag, EXTENSION),
        origin=tag,
    )
