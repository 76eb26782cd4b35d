from __future__ import annotations

import pytest

from specforge.clients.sampling import MOST_VALUES, sample, sample_content, sample_parameter, weigh
from specforge.ir import Data, Object, Property, Scalar
from tests.clients.circles import all_use_each_other
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


@pytest.mark.parametrize("kind", ["allOf", "oneOf", "anyOf"])
@pytest.mark.parametrize(("count", "links"), [(30, 29), (3_000, 10)])
def test_schemas_that_all_use_each_other_have_an_end(kind: str, count: int, links: int) -> None:
    api = api_of(all_use_each_other(count, links, kind))

    made = sample(api.schemas["S0"], api.schemas)

    assert isinstance(made, dict)
    assert 0 < weigh(made) <= MOST_VALUES
    assert made == sample(api.schemas["S0"], api.schemas)


def test_a_broad_and_deep_schema_is_sampled_in_part() -> None:
    schema = "{type: string}"
    for _ in range(6):
        schema = f"{{type: object, properties: {{a: {schema}, b: {schema}, c: {schema}, d: {schema}}}}}"
    api = api_of(f"components: {{schemas: {{It: {schema}}}}}")

    assert weigh(sample(api.schemas["It"], api.schemas)) <= MOST_VALUES


def test_of_a_hundred_thousand_properties_a_thousand_are_sampled() -> None:
    origin = api_of("paths: {}").origin
    text = Scalar(type="string", origin=origin)
    properties = tuple(Property(name=f"p{number}", schema=text, origin=origin) for number in range(100_000))

    made = sample(Object(properties=properties, origin=origin), {})

    assert isinstance(made, dict)
    assert len(made) == MOST_VALUES - 1


def test_a_shared_schema_nearer_to_the_top_is_sampled_again() -> None:
    api = api_of("""
        components:
          schemas:
            Top: {properties: {deep: {$ref: '#/components/schemas/One'}, near: {$ref: '#/components/schemas/Four'}}}
            One: {properties: {a: {$ref: '#/components/schemas/Two'}}}
            Two: {properties: {a: {$ref: '#/components/schemas/Three'}}}
            Three: {properties: {a: {$ref: '#/components/schemas/Four'}}}
            Four: {properties: {a: {$ref: '#/components/schemas/Five'}}}
            Five: {properties: {a: {type: boolean}}}
    """)

    made = sample(api.schemas["Top"], api.schemas)

    assert made == {"deep": {"a": {"a": {"a": {"a": {}}}}}, "near": {"a": {"a": True}}}


def test_of_a_union_the_first_member_that_ends_is_taken() -> None:
    api = api_of("""
        components:
          schemas:
            Rule:
              properties:
                of: {oneOf: [{$ref: '#/components/schemas/Rule'}, {type: string}]}
    """)

    assert sample(api.schemas["Rule"], api.schemas) == {"of": {"of": "string"}}


def test_an_example_that_nobody_would_read_is_not_taken() -> None:
    body = f"requestBody: {{content: {{application/json: {{example: [{'1, ' * 2_000}1], schema: {{type: integer}}}}}}}}"
    operation = operation_of(body)
    assert operation.body is not None

    assert sample_content(operation.body.content[0], {}) == 1
