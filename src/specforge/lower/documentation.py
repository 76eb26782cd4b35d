"""`x-amazon-apigateway-documentation`. Source: the developer guide, "x-amazon-apigateway-documentation object"."""

from __future__ import annotations

from specforge.document import Cursor
from specforge.ir import Documentation, DocumentationPart
from specforge.lower.alternatives import find_branch, find_list, find_mapping
from specforge.lower.context import Context

EXTENSION = "x-amazon-apigateway-documentation"


def lower_documentation(context: Context) -> Documentation | None:
    """Returns the documentation parts; one that is malformed is left out."""
    found = find_mapping(context.root, EXTENSION)
    if found is None:
        return None
    listed = find_list(found, "documentationParts")
    parts = (find_branch(element, dict) for element in listed.elements()) if listed is not None else ()
    return Documentation(
        version=found.words("version"),
        parts=tuple(_part(part) for part in parts if part is not None),
        origin=found,
    )


def _part(part: Cursor) -> DocumentationPart:
    location = find_mapping(part, "location")
    properties = find_mapping(part, "properties")
    keys = location.value if location is not None else {}
    words = {key: location.words(key) for key in keys} if location is not None else {}
    return DocumentationPart(
        location={key: value for key, value in words.items() if value is not None},
        properties=dict(properties.value) if properties is not None else {},
        origin=part,
    )
