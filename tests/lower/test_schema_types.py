from __future__ import annotations

from typing import Any

import pytest

from specforge.ir import Anything, Array, Bounds, Enum, InvalidSchema, Named, Object, OneOf, Scalar
from tests.lower.documents import schema_of

MODERN = "openapi: 3.1.0"


@pytest.mark.parametrize(
    ("body", "version", "kind", "nullable"),
    [
        ("type: string", "openapi: 3.0.1", "string", False),
        ("{type: integer, nullable: true}", "openapi: 3.0.1", "integer", True),
        ("{type: number, x-nullable: true}", "swagger: '2.0'", "number", True),
        ("type: [boolean, 'null']", MODERN, "boolean", True),
        ("type: 'null'", MODERN, "null", False),
        ("type: ['null']", MODERN, "null", False),
        ("minimum: 1", "openapi: 3.0.1", "number", False),
        ("pattern: x", "openapi: 3.0.1", "string", False),
    ],
)
def test_scalars(body: str, version: str, kind: str, nullable: bool) -> None:
    schema = schema_of(body, version)

    assert isinstance(schema, Scalar)
    assert (schema.type, schema.nullable) == (kind, nullable)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("{type: number, minimum: 1, exclusiveMinimum: true, maximum: 2}", Bounds(exclusive_minimum=1, maximum=2)),
        ("{type: number, maximum: 2.5, exclusiveMaximum: true}", Bounds(exclusive_maximum=2.5)),
        ("{type: number, minimum: 1, exclusiveMinimum: false}", Bounds(minimum=1)),
        ("{type: number, exclusiveMinimum: 1, exclusiveMaximum: 2}", Bounds(exclusive_minimum=1, exclusive_maximum=2)),
        ("{type: string, minLength: 1, maxLength: 2, pattern: x}", Bounds(min_length=1, max_length=2, pattern="x")),
        ("{type: number, multipleOf: 0.1, minimum: x, maximum: true}", Bounds(multiple_of=0.1)),
        ("{type: string, minLength: 1.0, maxLength: 1.5}", Bounds(min_length=1)),
    ],
)
def test_bounds_are_the_same_for_every_version(body: str, expected: Bounds) -> None:
    schema = schema_of(body)

    assert isinstance(schema, Scalar)
    assert schema.bounds == expected


def test_what_a_scalar_has_no_field_for_is_kept() -> None:
    assert schema_of("{type: string, xml: {}, x-a: 1, items: {}}").extra == {"xml": {}, "x-a": 1, "items": {}}


@pytest.mark.parametrize(
    ("body", "version", "values", "kind", "nullable"),
    [
        ("{type: string, enum: [a, b]}", "openapi: 3.0.1", ("a", "b"), "string", False),
        ("{enum: [a, 1]}", "openapi: 3.0.1", ("a", 1), None, False),
        ("{type: string, nullable: true, enum: [a, null]}", "openapi: 3.0.1", ("a",), "string", True),
        ("{type: string, enum: [a, null]}", "openapi: 3.0.1", ("a", None), "string", False),
        ("{enum: [a, null]}", MODERN, ("a",), None, True),
        ("{type: [string, 'null'], enum: [a, null]}", MODERN, ("a",), "string", True),
        ("{enum: [null]}", MODERN, (None,), None, True),
        ("{const: a}", MODERN, ("a",), None, False),
        ("{type: integer, const: 0}", MODERN, (0,), "integer", False),
        ("{type: string, enum: []}", "openapi: 3.0.1", (), "string", False),
    ],
)
def test_lists_of_values(body: str, version: str, values: tuple[Any, ...], kind: str | None, nullable: bool) -> None:
    schema = schema_of(body, version)

    assert isinstance(schema, Enum)
    assert (schema.values, schema.type, schema.nullable) == (values, kind, nullable)


def test_arrays() -> None:
    schema = schema_of(
        "{type: array, items: {$ref: '#/components/schemas/Pet'}, minItems: 1, maxItems: 2, uniqueItems: true}"
    )

    assert isinstance(schema, Array)
    assert isinstance(schema.items, Named)
    assert (schema.min_items, schema.max_items, schema.unique_items) == (1, 2, True)


def test_leading_positions_of_an_array() -> None:
    schema, old = (
        schema_of("{prefixItems: [{type: string}], items: false}", MODERN),
        schema_of("{type: array, items: [{type: string}]}"),
    )

    assert isinstance(schema, Array)
    assert [type(item) for item in schema.prefix_items] == [Scalar]
    assert type(schema.items).__name__ == "Nothing"
    assert isinstance(old, Array)
    assert [type(item) for item in old.prefix_items] == [Scalar]
    assert isinstance(old.items, Anything)


def test_an_array_of_anything() -> None:
    schema = schema_of("type: array")

    assert isinstance(schema, Array)
    assert isinstance(schema.items, Anything)


def test_objects() -> None:
    schema = schema_of(
        """
        type: object
        required: [a, missing, 1]
        properties: {a: {type: string}, b: {type: integer}}
        patternProperties: {^x: {type: string}}
        additionalProperties: {type: string}
        minProperties: 1
        maxProperties: 2
        """
    )

    assert isinstance(schema, Object)
    assert [(p.name, p.required) for p in schema.properties] == [("a", True), ("b", False)]
    assert schema.properties[0].origin.path() == "/components/schemas/It/properties/a"
    assert schema.required == ("missing",)
    assert [p.name for p in schema.pattern_properties] == ["^x"]
    assert isinstance(schema.additional, Scalar)
    assert (schema.min_properties, schema.max_properties) == (1, 2)


@pytest.mark.parametrize(
    ("body", "additional", "declared"),
    [
        ("type: object", True, False),
        ("{type: object, additionalProperties: true}", True, True),
        ("{type: object, additionalProperties: false}", False, True),
        ("{type: object, additionalProperties: 1}", True, False),
    ],
)
def test_further_properties(body: str, additional: bool, declared: bool) -> None:
    schema = schema_of(body)

    assert isinstance(schema, Object)
    assert (schema.additional, schema.additional_declared) == (additional, declared)


def test_types_are_implied_by_keywords() -> None:
    assert isinstance(schema_of("properties: {}"), Object)
    assert isinstance(schema_of("items: {}"), Array)
    assert isinstance(schema_of("{}"), Anything)
    assert isinstance(schema_of("{description: d, format: x}"), Anything)


def test_several_types_are_alternatives() -> None:
    schema = schema_of("{type: [string, integer, 'null'], description: d, minimum: 1}", MODERN)

    assert isinstance(schema, OneOf)
    assert not schema.exclusive
    assert (schema.nullable, schema.annotations.description) == (True, "d")
    assert [member.type for member in schema.members if isinstance(member, Scalar)] == ["string", "integer"]


@pytest.mark.parametrize("body", ["type: String", "type: 1", "type: []", "type: [1]"])
def test_unknown_types_are_invalid(body: str) -> None:
    assert isinstance(schema_of(body), InvalidSchema)
