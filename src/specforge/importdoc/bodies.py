"""Request bodies and media types: where inline schemas become models."""

from __future__ import annotations

import re
from collections.abc import Iterable

from specforge.importdoc.names import capitalised
from specforge.importdoc.schemas import REFERENCE, write_schema
from specforge.importdoc.writing import Writing, Written, present
from specforge.ir import Anything, Body, Content, Data, InvalidSchema, Named, Operation

JSON = re.compile(r"(?:[^/]+/(?:[^;]*\+)?json(?:-[^;]*)?|\*/\*|application/\*)\s*(?:;.*)?", re.IGNORECASE)


def write_body(operation: Operation, writing: Writing) -> Written | None:
    """Returns the request body; None without one, or without a media type."""
    body = operation.body
    if body is None or not body.content:
        return None
    return {
        **present({"description": body.description or None}),
        "content": write_content(body.content, model_name(operation, "Request"), writing),
        **_required(body),
    }


def _required(body: Body) -> Written:
    return {"required": True} if body.required else {}


def write_content(content: Iterable[Content], wanted: str, writing: Writing) -> Written:
    """Returns media types with their schemas; `wanted` is the name of the model that an inline schema becomes.

    Examples and encodings have no counterpart in API Gateway.
    """
    written: Written = {}
    for each in content:
        writing.ignored(each.origin, {"examples of bodies": each.examples, "encoding": each.encoding})
        written[each.media_type] = present({"schema": _schema(each, wanted, writing)})
    return written


def model_name(operation: Operation, role: str) -> str:
    """Returns how the model of an operation's inline schema should be called, such as ListOrdersResponse200."""
    return capitalised(f"{operation.operation_id or f'{operation.method.lower()} {operation.path}'} {role}")


def _schema(content: Content, wanted: str, writing: Writing) -> Data:
    schema = content.schema
    if schema is None:
        return None
    if isinstance(schema, (Anything, InvalidSchema)):
        return {} if writing.is_rest else write_schema(schema, writing)
    if not writing.is_rest or (isinstance(schema, Named) and not schema.nullable):
        return write_schema(schema, writing)
    if not JSON.fullmatch(content.media_type):
        # API Gateway would judge the body as JSON, or drop the schema with a warning that fails a strict import.
        writing.changes.note("body-schema-removed", content.origin.at("schema"), content.media_type)
        return None
    name = writing.model(wanted, write_schema(schema, writing))
    writing.changes.note("inline-schema-named", content.origin.at("schema"), name)
    return {"$ref": REFERENCE + name}
