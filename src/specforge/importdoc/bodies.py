"""Request bodies and media types: where inline schemas become models."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from specforge.importdoc.left_out import BODY, CONTENT, rest_of
from specforge.importdoc.names import capitalised
from specforge.importdoc.schemas import REFERENCE, write_schema
from specforge.importdoc.writing import Writing, Written, present
from specforge.ir import Anything, Body, Content, Data, Example, InvalidSchema, Named, Operation

JSON = re.compile(r"(?:[^/]+/(?:[^;]*\+)?json(?:-[^;]*)?|\*/\*|application/\*)\s*(?:;.*)?", re.IGNORECASE)
SINGLE = "example"


def write_body(operation: Operation, writing: Writing) -> Written | None:
    """Returns the request body; None without one, or without a media type."""
    body = operation.body
    if body is None or not body.content:
        return None
    return {
        **present({"description": body.description or None}),
        "content": write_content(body.content, model_name(operation, "Request"), writing),
        **_required(body),
        **rest_of(body.origin, BODY, writing),
    }


def _required(body: Body) -> Written:
    return {"required": True} if body.required else {}


def write_content(content: Iterable[Content], wanted: str, writing: Writing) -> Written:
    """Returns media types with their schemas; `wanted` is the name of the model that an inline schema becomes.

    Examples and encodings have no counterpart in API Gateway.
    """
    return {
        each.media_type: {
            **present({"schema": _schema(each, wanted, writing)}),
            **(write_examples(each.examples) if writing.is_public else {}),
            **rest_of(each.origin, CONTENT, writing),
        }
        for each in content
    }


def write_examples(examples: Sequence[Example]) -> Written:
    """Returns `example` or `examples`, of which an object may have one only."""
    if len(examples) == 1 and examples[0].name == SINGLE and examples[0].summary is None:
        return {"example": examples[0].value}
    named: Written = {
        each.name: {
            **present({"summary": each.summary, "externalValue": each.external}),
            **({"value": each.value} if each.external is None else {}),
        }
        for each in examples
    }
    return present({"examples": named})


def model_name(operation: Operation, role: str) -> str:
    """Returns how the model of an operation's inline schema should be called, such as ListOrdersResponse200."""
    return capitalised(f"{operation.operation_id or f'{operation.method.lower()} {operation.path}'} {role}")


def _schema(content: Content, wanted: str, writing: Writing) -> Data:
    schema = content.schema
    if schema is None:
        return None
    if writing.is_rest and isinstance(schema, (Anything, InvalidSchema)):
        # A model that restricts nothing is refused, so what such a schema says besides goes with it.
        for keyword in write_schema(schema, writing):
            writing.changes.note("schema-keyword-removed", schema.origin.at(keyword), keyword)
        return None
    if not writing.is_rest:
        return write_schema(schema, writing)
    if isinstance(schema, Named):
        reference = write_schema(schema, writing)
        if "$ref" in reference:
            return reference
    if not JSON.fullmatch(content.media_type):
        # API Gateway would judge the body as JSON, or drop the schema with a warning that fails a strict import.
        writing.changes.note("body-schema-removed", content.origin.at("schema"), content.media_type)
        return None
    name = writing.model(wanted, write_schema(schema, writing), content.origin.at("schema"))
    writing.changes.note("inline-schema-named", content.origin.at("schema"), name)
    return {"$ref": REFERENCE + name}
