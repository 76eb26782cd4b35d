from __future__ import annotations

from specforge.clients.python.shapes import find_merged, is_nullable, members_of, names_below, target
from specforge.ir import AllOf, Named, Object, OneOf, Scalar
from tests.lower.documents import api_of


def test_null_may_be_allowed_in_many_ways() -> None:
    schemas = api_of("""
        components:
          schemas:
            Flag: {type: string, nullable: true}
            Ref: {$ref: '#/components/schemas/Flag'}
            Enum: {enum: [a, null]}
            Union: {anyOf: [{type: integer}, {$ref: '#/components/schemas/Flag'}]}
            Wrapped: {allOf: [{$ref: '#/components/schemas/Flag'}]}
            Plain: {type: string}
    """).schemas

    assert [name for name, schema in schemas.items() if is_nullable(schema, schemas)] == [
        "Flag",
        "Ref",
        "Enum",
        "Union",
        "Wrapped",
    ]


def test_references_in_a_circle_lead_to_a_reference() -> None:
    schemas = api_of("""
        components: {schemas: {A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}}}
    """).schemas

    assert not isinstance(target(schemas["A"], schemas), Object)


def test_a_union_that_contains_itself_is_taken_apart() -> None:
    schemas = api_of("""
        components:
          schemas:
            A: {anyOf: [{$ref: '#/components/schemas/B'}, {type: string}]}
            B: {anyOf: [{$ref: '#/components/schemas/A'}, {type: integer}]}
    """).schemas
    union = schemas["A"]
    assert isinstance(union, OneOf)

    members = list(members_of(union, schemas))

    assert not any(isinstance(member, Named) for member in members)
    assert {member.type for member in members if isinstance(member, Scalar)} == {"string", "integer"}


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

    merged = find_merged(schema, schemas)

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

    assert find_merged(schema, schemas) is None


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
