from __future__ import annotations

import pytest

from specforge.clients.sampling import sample, sample_content, sample_parameter
from specforge.ir import Data
from tests.lower.documents import api_of, operation_of


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ("{type: string, format: date}", "2026-01-31"),
        ("{type: string, minLength: 8}", "stringxx"),
        ("{type: string, maxLength: 3}", "str"),
        ("{type: integer, minimum: 5}", 5),
        ("{type: number, maximum: 1}", 1),
        ("{type: boolean}", True),
        ("{enum: [null, b, c]}", "b"),
        ("{type: array, items: {type: integer}}", [1]),
        ("{type: object, additionalProperties: {type: integer}}", {"key": 1}),
        ("{type: string, default: here}", "here"),
        ("{type: string, example: given}", "given"),
        ("{oneOf: [{type: integer}, {type: string}]}", 1),
        ("{allOf: [{properties: {a: {type: integer}}}, {properties: {b: {type: boolean}}}]}", {"a": 1, "b": True}),
        ("{}", {}),
    ],
)
def test_a_schema_gives_a_value_that_it_allows(schema: str, value: Data) -> None:
    api = api_of(f"components: {{schemas: {{It: {schema}}}}}")

    assert sample(api.schemas["It"], api.schemas) == value


def test_recursion_ends() -> None:
    api = api_of("""
        components:
          schemas:
            Node:
              required: [children]
              properties:
                children: {type: array, items: {$ref: '#/components/schemas/Node'}}
                up: {$ref: '#/components/schemas/Node'}
    """)

    assert sample(api.schemas["Node"], api.schemas) == {"children": [{"children": []}], "up": {"children": []}}


def test_optional_properties_may_be_left_out() -> None:
    api = api_of("components: {schemas: {It: {required: [a], properties: {a: {type: string}, b: {type: string}}}}}")

    assert sample(api.schemas["It"], api.schemas, optional=False) == {"a": "string"}


def test_examples_of_the_document_come_first() -> None:
    operation = operation_of("""
        parameters: [{name: q, in: query, example: mugs, schema: {type: string}}]
        requestBody: {content: {application/json: {example: {a: 1}, schema: {type: object}}}}
    """)
    assert operation.body is not None

    assert sample_parameter(operation.parameters[0], {}) == "mugs"
    assert sample_content(operation.body.content[0], {}) == {"a": 1}
