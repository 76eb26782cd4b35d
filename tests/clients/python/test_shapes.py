from __future__ import annotations

import pytest

from specforge.clients.python.shapes import Merging, TooLargeError, names_below
from specforge.ir import AllOf
from tests.clients.circles import all_use_each_other
from tests.lower.documents import api_of


def test_all_of_joins_properties_and_what_is_required() -> None:
    schemas = api_of("""
        components:
          schemas:
            Base: {properties: {id: {type: string}, kind: {type: string}}}
            It:
              required: [id]
              allOf:
                - {$ref: '#/components/schemas/Base'}
                - {properties: {kind: {type: integer}}}
                - {oneOf: [{required: [x], properties: {x: {type: string}}}, {properties: {y: {type: string}}}]}
    """).schemas
    schema = schemas["It"]
    assert isinstance(schema, AllOf)

    merged = Merging(schemas).find_merged(schema)

    assert merged is not None
    assert [(prop.name, prop.required) for prop in merged] == [
        ("id", True),
        ("kind", False),
        ("x", False),
        ("y", False),
    ]


def test_all_of_without_properties_is_no_object() -> None:
    schemas = api_of("components: {schemas: {It: {allOf: [{type: string}, {minLength: 1}]}}}").schemas
    schema = schemas["It"]
    assert isinstance(schema, AllOf)

    assert Merging(schemas).find_merged(schema) is None


def test_what_lies_below_a_schema_is_found_once_whatever_the_circles() -> None:
    schemas = api_of("""
        components:
          schemas:
            A: {properties: {b: {type: array, items: {$ref: '#/components/schemas/B'}}}}
            B: {additionalProperties: {anyOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/C'}]}}
            C: {type: string}
            D: {type: string}
    """).schemas

    assert names_below([schemas["A"]], schemas) == {"A", "B", "C"}


def test_all_of_that_lead_to_each_other_without_end_are_too_large() -> None:
    schemas = api_of(all_use_each_other(3_000, 10, "allOf")).schemas
    schema = schemas["S0"]
    assert isinstance(schema, AllOf)

    with pytest.raises(TooLargeError):
        Merging(schemas).find_merged(schema)
