from __future__ import annotations

import pytest

from specforge.diagnostics import Report
from specforge.ir import Schema
from specforge.targets.docs.anchors import Anchors, SchemaAnchors
from specforge.targets.docs.prose import Prose
from specforge.targets.docs.shapes import DEEPEST, MOST_PARTS, MOST_SHOWN, Piece, Shapes
from tests.clients.circles import all_use_each_other
from tests.lower.documents import api_of, schema_of
from tests.targets.docs.pages import shapes_of


def type_of(schema: str) -> str:
    shapes = Shapes({}, SchemaAnchors(["Pet"], Anchors()), Prose(), Report())
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

    assert told_of(schema_of(inner)) == [
        ("schema-too-deep-for-docs", "the documentation shows 12 levels of nested properties")
    ]


def test_of_a_large_object_only_so_many_properties_are_shown() -> None:
    properties = ", ".join(f"p{number}: {{}}" for number in range(MOST_PARTS + 5))
    schema = schema_of(f"{{type: object, properties: {{{properties}}}}}")

    fields = Shapes({}, SchemaAnchors((), Anchors()), Prose(), Report()).of(schema).fields

    assert len(fields) == MOST_PARTS + 1
    assert fields[-1].name == "5 more"
    message = "the documentation shows 1000 of its 1005 properties or members"
    assert told_of(schema) == [("schema-too-large-for-docs", message)]


@pytest.mark.parametrize("kind", ["allOf", "oneOf"])
def test_thousands_of_schemas_that_use_each_other_have_an_end(kind: str) -> None:
    api = api_of(all_use_each_other(3_000, 10, kind))
    shapes = shapes_of(api)

    shown = [shapes.of_named(name) for name in api.schemas]

    assert sum(len(shape.fields) + len(shape.choices) for shape in shown) <= MOST_SHOWN


def told_of(schema: Schema) -> list[tuple[str, str]]:
    report = Report()
    Shapes({}, SchemaAnchors((), Anchors()), Prose(), report).of(schema)
    return [(finding.rule, finding.message) for finding in report.findings]
