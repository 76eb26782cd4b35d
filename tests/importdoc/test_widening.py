from __future__ import annotations

import json
import random
from typing import Any

import jsonschema_rs
import pytest

from specforge.importdoc.document import write_import_document
from specforge.importdoc.widening import lets_in_more, wider_schemas
from tests.importdoc.parts import read, told, written

SEED = 20261124
HEAD = "info: {title: t, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
SCALARS = ("string", "integer", "number", "boolean", "null", ["string", "null"], ["integer", "string"])


@pytest.mark.parametrize(
    ("schema", "wider"),
    [
        ("{type: string, minLength: 1, default: a, examples: [b]}", False),
        ("{type: object, unevaluatedProperties: false}", False),
        ("{type: [string, array], items: {type: string}}", False),
        ("{$ref: '#/components/schemas/Narrow'}", False),
        ("{type: object, patternProperties: {^a: {type: string}}}", True),
        ("{type: array, prefixItems: [{type: string}]}", True),
        ("{type: array, contains: {type: string}}", True),
        ("{type: object, properties: {a: {if: {type: string}, then: {minLength: 1}}}}", True),
        ("{type: number, enum: [1, 2], minimum: 2}", True),
        ("{type: array, items: {$ref: '#/components/schemas/Wide'}}", True),
    ],
)
def test_schemas_that_lose_a_restriction_let_in_more(schema: str, *, wider: bool) -> None:
    schemas = read(
        f"{HEAD}    It: {schema}\n    Narrow: {{type: string}}\n    Wide: {{$ref: '#/components/schemas/Wider'}}\n"
        "    Wider: {type: object, dependentRequired: {a: [b]}, properties: {a: {$ref: '#/components/schemas/Wide'}}}\n"
    ).schemas

    assert wider_schemas(schemas) == {"Wide", "Wider", *(["It"] * wider)}
    assert lets_in_more(schemas["It"], {"Wide"}) == wider


def test_one_of_what_lets_in_more_is_any_of() -> None:
    document, findings = written(
        read(HEAD + "    It: {oneOf: [{type: array, contains: {type: string}}, {type: array, maxItems: 0}]}\n")
    )

    assert list(document["components"]["schemas"]["It"]) == ["anyOf"]
    assert "oneOf of what lets in more" in told(findings, "schema-keyword-rewritten")


def test_not_what_lets_in_more_is_left_out() -> None:
    document, findings = written(read(HEAD + "    It: {not: {type: array, contains: {type: string}}}\n"))

    assert document["components"]["schemas"]["It"] == {}
    assert "not" in told(findings, "schema-keyword-removed")


def a_schema(lot: random.Random, depth: int = 0) -> Any:
    """Returns a schema of 3.1 that names its type wherever it restricts."""

    def inner() -> Any:
        return a_schema(lot, depth + 1)

    kind = lot.choice(
        ["const", "scalar", "scalar"] if depth > 2 else ["const", "scalar", "array", "object", "composed"]
    )
    match kind:
        case "const":
            return lot.choice([{"const": "a"}, {"const": None}, {"enum": ["b", 1, None]}, True, False])
        case "scalar":
            more = {"minimum": 1, "exclusiveMinimum": 0.5, "exclusiveMaximum": 3, "minLength": 1, "enum": ["a", 1]}
            return {"type": lot.choice(SCALARS), **_some(lot, more)}
        case "array":
            more = {"items": inner(), "prefixItems": [inner()], "contains": {"type": "string"}, "maxItems": 2}
            return {"type": lot.choice(["array", ["array", "null"]]), **_some(lot, more)}
        case "object":
            more = {
                "properties": {"a": inner(), "b": inner()},
                "required": ["a"],
                "additionalProperties": lot.choice([False, inner()]),
                "unevaluatedProperties": False,
                "patternProperties": {"^a": inner()},
                "dependentRequired": {"a": ["b"]},
            }
            return {"type": lot.choice(["object", ["object", "null"]]), **_some(lot, more)}
        case _:
            more = {"not": inner(), "type": "object", "unevaluatedProperties": False}
            return {lot.choice(["allOf", "oneOf", "anyOf"]): [inner(), inner()], **_some(lot, more)}


def _some(lot: random.Random, more: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in more.items() if lot.random() < 0.3}


def a_value(lot: random.Random, depth: int = 0) -> Any:
    if depth > 2 or lot.random() < 0.6:
        return lot.choice(["", "a", "cc", 0, 1, 2, 2.5, 3, None, True])
    if lot.random() < 0.5:
        return [a_value(lot, depth + 1) for _ in range(lot.randint(0, 3))]
    return {key: a_value(lot, depth + 1) for key in lot.sample("abc", lot.randint(0, 3))}


def as_draft_4(schema: Any) -> Any:
    """Returns a schema of OpenAPI 3.0 without `nullable`."""
    if isinstance(schema, list):
        return [as_draft_4(member) for member in schema]
    if not isinstance(schema, dict):
        return schema
    plain = {key: value if key == "enum" else as_draft_4(value) for key, value in schema.items() if key != "nullable"}
    return {"anyOf": [{"enum": [None]}, plain]} if schema.get("nullable") is True else plain


def test_a_model_lets_in_all_that_the_document_lets_in() -> None:
    lot = random.Random(SEED)
    refused = []
    for _ in range(400):
        schema = a_schema(lot)
        info = {"title": "t", "version": "1"}
        whole = {"openapi": "3.1.0", "info": info, "paths": {}, "components": {"schemas": {"It": schema}}}
        document: Any = write_import_document(read(json.dumps(whole))).content
        model = as_draft_4(document["components"]["schemas"]["It"])
        given, taken = jsonschema_rs.Draft202012Validator(schema), jsonschema_rs.Draft4Validator(model)
        values = [a_value(lot) for _ in range(40)]
        refused += [(schema, model, value) for value in values if given.is_valid(value) and not taken.is_valid(value)]

    assert refused == []
