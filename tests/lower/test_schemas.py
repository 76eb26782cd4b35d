from __future__ import annotations

import pytest

from specforge.ir import AllOf, Anything, Array, InvalidSchema, Named, Not, Nothing, Object, OneOf, Scalar, Schema
from specforge.ir.walk import walk_schema
from specforge.lower.schemas import MOST_NESTING
from tests.lower.documents import api_of, schema_of

MODERN = "openapi: 3.1.0"
PET = "{$ref: '#/components/schemas/Pet'}"


def kinds(members: tuple[Schema, ...]) -> list[str]:
    return [type(member).__name__ for member in members]


def test_booleans_are_schemas() -> None:
    assert isinstance(schema_of("true", MODERN), Anything)
    assert isinstance(schema_of("false", MODERN), Nothing)


@pytest.mark.parametrize("body", ["1", "[]", "{$ref: '#/nowhere'}", "{$ref: 1}", "{allOf: {}}", "{oneOf: x}"])
def test_malformed_schemas_are_invalid(body: str) -> None:
    assert isinstance(schema_of(body), InvalidSchema)


def test_a_reference_is_a_name_with_what_stands_beside_it() -> None:
    schema = schema_of("{$ref: '#/components/schemas/Pet', description: d, x-a: 1, maxLength: 3}")

    assert isinstance(schema, Named)
    assert (schema.name, schema.annotations.description, schema.extra) == ("Pet", "d", {"x-a": 1})


def test_keywords_beside_a_reference_restrict_in_31() -> None:
    schema = schema_of("{$ref: '#/components/schemas/Pet', description: d, maxLength: 3}", MODERN)

    assert isinstance(schema, AllOf)
    named, rest = schema.members
    assert isinstance(named, Named)
    assert isinstance(rest, Scalar)
    assert (rest.bounds.max_length, rest.annotations.description) == (3, None)
    assert schema.annotations.description == "d"


def test_what_stands_beside_all_of_is_the_last_member() -> None:
    schema = schema_of(f"{{allOf: [{PET}], type: object, properties: {{a: {{}}}}, description: d, nullable: true}}")

    assert isinstance(schema, AllOf)
    assert kinds(schema.members) == ["Named", "Object"]
    assert (schema.annotations.description, schema.nullable) == ("d", True)
    own = schema.members[1]
    assert isinstance(own, Object)
    assert (own.nullable, own.annotations.description, own.origin.path()) == (False, None, "/components/schemas/It")


def test_a_composition_of_one_is_that_one() -> None:
    schema = schema_of(f"{{allOf: [{PET}], description: d, nullable: true}}")

    assert isinstance(schema, Named)
    assert (schema.name, schema.nullable, schema.annotations.description) == ("Pet", True, "d")
    assert schema.origin.path() == "/components/schemas/It"


def test_the_outer_annotations_win_over_those_of_the_only_member() -> None:
    schema = schema_of("{allOf: [{type: string, title: t, description: inner}], description: outer}")

    assert (schema.annotations.title, schema.annotations.description) == ("t", "outer")


def test_one_of_and_any_of() -> None:
    one, any_ = schema_of(f"oneOf: [{PET}, {{type: integer}}]"), schema_of(f"anyOf: [{PET}, {{type: integer}}]")

    assert isinstance(one, OneOf)
    assert isinstance(any_, OneOf)
    assert (one.exclusive, any_.exclusive) == (True, False)
    assert kinds(one.members) == ["Named", "Scalar"]


def test_both_at_once_are_both() -> None:
    schema = schema_of("{oneOf: [{type: string}, {type: integer}], anyOf: [{type: string}, {type: number}]}")

    assert isinstance(schema, AllOf)
    assert kinds(schema.members) == ["OneOf", "OneOf"]


def test_a_bare_type_beside_a_composition_is_kept_and_restricts_nothing() -> None:
    schema = schema_of(f"{{type: object, oneOf: [{PET}, {{type: object}}]}}")

    assert isinstance(schema, OneOf)
    assert schema.extra == {"type": "object"}


def test_null_among_alternatives_makes_them_nullable() -> None:
    two, one, none = (
        schema_of(f"oneOf: [{PET}, {{type: integer}}, {{type: 'null'}}]", MODERN),
        schema_of(f"anyOf: [{PET}, {{type: 'null'}}]", MODERN),
        schema_of("anyOf: [{type: 'null'}]", MODERN),
    )

    assert isinstance(two, OneOf)
    assert (len(two.members), two.nullable) == (2, True)
    assert isinstance(one, Named)
    assert one.nullable
    assert isinstance(none, Scalar)


def test_negation() -> None:
    schema = schema_of("{not: {type: string}, description: d}")

    assert isinstance(schema, Not)
    assert isinstance(schema.member, Scalar)
    assert schema.annotations.description == "d"


def test_an_empty_composition_is_anything() -> None:
    assert isinstance(schema_of("{allOf: [], description: d}"), Anything)


def test_a_discriminator_names_schemas_and_members_it_leaves_out_answer_to_their_names() -> None:
    schema = api_of(
        """
        components:
          schemas:
            Cat: {}
            Dog: {}
            It:
              oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]
              discriminator: {propertyName: kind, mapping: {meow: "#/components/schemas/Cat", x: Gone, n: 1}}
        """
    ).schemas["It"]

    assert isinstance(schema, OneOf)
    assert schema.discriminator is not None
    assert schema.discriminator.property == "kind"
    assert schema.discriminator.mapping == {"Dog": "Dog", "meow": "Cat", "x": "Gone"}
    assert schema.extra == {}


def test_a_discriminator_of_2_is_a_word() -> None:
    composed, plain = (
        schema_of("{allOf: [{$ref: '#/definitions/Pet'}, {type: object}], discriminator: kind}", "swagger: '2.0'"),
        schema_of("{type: object, discriminator: kind}", "swagger: '2.0'"),
    )

    assert isinstance(composed, AllOf)
    assert composed.discriminator is not None
    assert composed.discriminator.property == "kind"
    assert plain.extra == {"discriminator": "kind"}


def test_a_condition_is_either_branch() -> None:
    schema = schema_of('{"Fn::If": [C, {type: string}, {type: integer}]}')

    assert isinstance(schema, OneOf)
    assert not schema.exclusive
    assert kinds(schema.members) == ["Scalar", "Scalar"]


def test_of_any_other_expression_nothing_is_known() -> None:
    assert isinstance(schema_of('{"Fn::Transform": {Name: "AWS::Include"}}'), Anything)


def test_recursion_of_the_document_does_not_nest() -> None:
    schema = schema_of("{type: object, properties: {next: {$ref: '#/components/schemas/It'}}}")

    assert isinstance(schema, Object)
    assert isinstance(schema.properties[0].schema, Named)


@pytest.mark.parametrize("step", ["{type: array, items: ", "{not: ", "{additionalProperties: "])
def test_very_deep_schemas_end_as_invalid(step: str) -> None:
    """Schemas that take two levels of the document each meet the reader's bound before this one."""
    depth = MOST_NESTING + 50
    schema = schema_of(step * depth + "{type: string}" + "}" * depth)

    found = list(walk_schema(schema))
    assert any(isinstance(part, InvalidSchema) for part in found)
    assert not isinstance(schema, InvalidSchema)


def test_nesting_that_is_not_extreme_is_read_to_its_end() -> None:
    schema = schema_of("{type: array, items: " * 50 + "{type: string}" + "}" * 50)

    assert isinstance(schema, Array)
    assert isinstance(list(walk_schema(schema))[-1], Scalar)
