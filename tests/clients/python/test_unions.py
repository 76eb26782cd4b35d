from __future__ import annotations

import pytest

from specforge.clients.python.unions import MOST_TAKEN_APART, UnionBook, target
from specforge.ir import Named, Object, OneOf, Scalar
from tests.clients.circles import all_use_each_other
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

    book = UnionBook(schemas)

    assert [name for name, schema in schemas.items() if book.is_nullable(schema)] == [
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

    members = UnionBook(schemas).members_of(union)

    assert members is not None
    assert not any(isinstance(member, Named) for member in members)
    assert {member.type for member in members if isinstance(member, Scalar)} == {"string", "integer"}


def test_null_is_found_through_unions_in_a_circle() -> None:
    schemas = api_of("""
        components:
          schemas:
            A: {anyOf: [{$ref: '#/components/schemas/B'}, {type: string}]}
            B: {anyOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/C'}]}
            C: {type: integer, nullable: true}
            D: {anyOf: [{$ref: '#/components/schemas/D'}, {type: string}]}
    """).schemas
    book = UnionBook(schemas)

    assert [name for name, schema in schemas.items() if book.is_nullable(schema)] == ["A", "B", "C"]


@pytest.mark.parametrize("count", [30, 3_000])
def test_unions_of_unions_that_all_use_each_other_have_an_end(count: int) -> None:
    schemas = api_of(all_use_each_other(count, min(count - 1, 10), "oneOf")).schemas
    book = UnionBook(schemas)
    unions = [schema for schema in schemas.values() if isinstance(schema, OneOf)]

    members = [book.members_of(union) for union in unions]

    assert not any(map(book.is_nullable, unions))
    assert all((found is None) == (count > MOST_TAKEN_APART) for found in members)
