from __future__ import annotations

import pytest

from specforge.ir import Schema
from specforge.targets.docs.anchors import Anchors, SchemaAnchors
from specforge.targets.docs.prose import Prose
from specforge.targets.docs.shapes import DEEPEST, Piece, Shapes
from tests.lower.documents import api_of, schema_of
from tests.targets.docs.pages import shapes_of


def type_of(schema: str) -> str:
    shapes = Shapes({}, SchemaAnchors(["Pet"], Anchors()), Prose(), lambda _schema: None)
    return "".join(piece.text for piece in shapes.type_of(schema_of(schema)))


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ("{type: string, format: date}", "string (date)"),
        ("{type: array, items: {type: array, items: {$ref: '#/components/schemas/Pet'}}}", "array of array of Pet"),
        ("{type: object, additionalProperties: {type: integer}}", "map of integer"),
        ("{oneOf: [{type: string}, {type: integer}]}", "string or integer"),
        ("{allOf: [{$ref: '#/components/schemas/Pet'}, {type: object}]}", "object: Pet"),
        ("{type: string, nullable: true}", "string or null"),
        ("{}", "any value"),
    ],
)
def test_a_type_is_named_in_words(schema: str, words: str) -> None:
    assert type_of(schema) == words


def test_a_shared_schema_is_linked_and_not_repeated() -> None:
    api = api_of("""
        components: {schemas: {Node: {type: object, properties: {next: {$ref: '#/components/schemas/Node'}}}}}
    """)

    (field,) = shapes_of(api).of_named("Node").fields

    assert (field.shape.type, field.shape.fields) == ((Piece("Node", "#schema-Node"),), ())


def test_members_of_all_of_are_one_list_of_properties() -> None:
    api = api_of("""
        components:
          schemas:
            Base: {type: object, properties: {id: {type: string}, tag: {type: string}}}
            It:
              allOf:
                - $ref: '#/components/schemas/Base'
                - {type: object, required: [id, extra], properties: {extra: {type: integer}}}
    """)

    fields = shapes_of(api).of_named("It").fields

    assert [(field.name, field.required) for field in fields] == [("id", True), ("tag", False), ("extra", True)]


def test_all_of_in_a_circle_ends() -> None:
    api = api_of("""
        components:
          schemas:
            A: {allOf: [{$ref: '#/components/schemas/B'}, {type: object, properties: {a: {type: string}}}]}
            B: {allOf: [{$ref: '#/components/schemas/A'}]}
    """)

    assert [field.name for field in shapes_of(api).of_named("A").fields] == ["a"]


def test_what_is_too_deep_is_told() -> None:
    inner = "{type: string}"
    for _ in range(DEEPEST + 3):
        inner = f"{{type: object, properties: {{a: {inner}}}}}"
    told: list[Schema] = []

    Shapes({}, SchemaAnchors((), Anchors()), Prose(), told.append).of(schema_of(inner))

    assert len(told) == 1
