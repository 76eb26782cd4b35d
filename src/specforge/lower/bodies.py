"""Request bodies, which OpenAPI 2.0 spells as parameters."""

from __future__ import annotations

from collections.abc import Sequence

from specforge.document import Cursor
from specforge.ir import Body, Content, Lazy, Object, Property, Schema
from specforge.lower.alternatives import find_branch
from specforge.lower.contents import lower_contents, swagger_contents
from specforge.lower.parameters import swagger_schema_node
from specforge.lower.schema_table import SchemaTable
from specforge.lower.texts import string_in

DEFAULT_MEDIA_TYPE = "application/json"
FORM, MULTIPART = "application/x-www-form-urlencoded", "multipart/form-data"


def lower_body(operation: Cursor, schemas: SchemaTable) -> Body | None:
    """Returns the requestBody of an operation; None when there is none that is a mapping."""
    found = operation.get("requestBody")
    body = find_branch(found, dict) if found is not None else None
    if body is None:
        return None
    raw = body.value
    return Body(
        content=lower_contents(body, schemas),
        required=raw.get("required") is True,
        description=string_in(raw, "description"),
        origin=body,
    )


def lower_swagger_body(nodes: Sequence[Cursor], consumes: Sequence[str], schemas: SchemaTable) -> Body | None:
    """Returns the body that parameters `in: body` and `in: formData` amount to."""
    whole = [node for node in nodes if node.value["in"] == "body"]
    if whole:
        node = whole[-1]
        return Body(
            content=swagger_contents(consumes or (DEFAULT_MEDIA_TYPE,), node, schemas, {}),
            required=node.value.get("required") is True,
            description=string_in(node.value, "description"),
            origin=node,
        )
    fields = [node for node in nodes if node.value["in"] == "formData"]
    return _form(fields, consumes, schemas) if fields else None


def _form(fields: Sequence[Cursor], consumes: Sequence[str], schemas: SchemaTable) -> Body:
    lazy: Lazy[Schema] = Lazy(lambda: _form_schema(fields, schemas))
    has_file = any(field.value.get("type") == "file" for field in fields)
    stated = [media_type for media_type in consumes if media_type in (FORM, MULTIPART)]
    media_types = stated or [MULTIPART if has_file else FORM]
    origin = fields[0]
    return Body(
        content=tuple(Content(media_type=name, lazy_schema=lazy, origin=origin) for name in media_types),
        required=any(field.value.get("required") is True for field in fields),
        origin=origin,
    )


def _form_schema(fields: Sequence[Cursor], schemas: SchemaTable) -> Object:
    return Object(
        properties=tuple(
            Property(
                name=field.value["name"],
                schema=schemas.lower(swagger_schema_node(field)),
                required=field.value.get("required") is True,
                origin=field,
            )
            for field in fields
        ),
        origin=fields[0],
    )
