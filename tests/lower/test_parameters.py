from __future__ import annotations

from typing import Any

import pytest

from specforge.ir import Array, Bounds, Scalar
from tests.lower.documents import api_of, operation_of


def test_parameters_of_the_path_come_first_and_the_operation_overrides_by_name_and_place() -> None:
    api = api_of(
        """
        paths:
          /a:
            parameters:
              - {name: x, in: query, description: path}
              - {name: y, in: query, description: path}
            get:
              parameters:
                - {name: y, in: header, description: own}
                - {name: x, in: query, description: own}
        """
    )

    assert [(p.name, p.location, p.description) for p in api.operations[0].parameters] == [
        ("x", "query", "own"),
        ("y", "query", "path"),
        ("y", "header", "own"),
    ]


def test_variables_of_the_path_that_nothing_declares_are_parameters() -> None:
    operation = operation_of("parameters: [{name: b, in: path, required: true}]", path="/x/{a}/{b}/{rest+}")

    assert [(p.name, p.declared, p.required) for p in operation.parameters] == [
        ("b", True, True),
        ("a", False, True),
        ("rest", False, True),
    ]
    assert operation.parameters[1].origin.path() == "/paths/~1x~1{a}~1{b}~1{rest+}"
    assert operation.parameters_in("query") == ()


def test_a_referenced_parameter_keeps_the_way_to_it() -> None:
    api = api_of(
        """
        paths: {/a: {get: {parameters: [{$ref: "#/components/parameters/P"}, {$ref: "#/nowhere"}, 1, {in: query}]}}}
        components: {parameters: {P: {name: p, in: query}}}
        """
    )
    (parameter,) = api.operations[0].parameters

    assert parameter.origin.path() == "/components/parameters/P"
    assert [hop.origin.path() for hop in parameter.origin.hops()] == ["/paths/~1a/get/parameters/0/$ref"]


def test_everything_that_a_parameter_says() -> None:
    (parameter,) = operation_of(
        """
        parameters:
          - name: p
            in: query
            required: true
            deprecated: true
            description: d
            style: form
            explode: false
            allowReserved: true
            allowEmptyValue: true
            example: 1
            examples: {two: {value: 2, summary: s}, three: {externalValue: https://e.com}}
            schema: {type: integer}
            x-more: 1
        """
    ).parameters

    assert (parameter.required, parameter.deprecated, parameter.description) == (True, True, "d")
    assert (parameter.style, parameter.explode) == ("form", False)
    assert (parameter.allow_reserved, parameter.allow_empty_value) == (True, True)
    assert [(e.name, e.value, e.summary, e.external) for e in parameter.examples] == [
        ("example", 1, None, None),
        ("two", 2, "s", None),
        ("three", None, None, "https://e.com"),
    ]
    assert isinstance(parameter.schema, Scalar)
    assert parameter.extra == {"x-more": 1}


def test_a_parameter_may_have_content_instead_of_a_schema() -> None:
    (parameter,) = operation_of(
        "parameters: [{name: p, in: query, content: {application/json: {schema: {type: object}}}}]"
    ).parameters

    assert parameter.schema is None
    assert [content.media_type for content in parameter.content] == ["application/json"]


def test_a_parameter_of_2_describes_its_value_itself() -> None:
    (parameter,) = operation_of(
        "parameters: [{name: p, in: query, required: true, type: integer, maximum: 5, description: d, default: 1}]",
        version="swagger: '2.0'",
    ).parameters
    schema = parameter.schema

    assert isinstance(schema, Scalar)
    assert (schema.type, schema.bounds) == ("integer", Bounds(maximum=5))
    assert schema.annotations.default == 1
    assert schema.annotations.description is None
    assert schema.origin.path() == "/paths/~1orders/get/parameters/0"
    assert parameter.extra == {}


@pytest.mark.parametrize(
    ("collection", "expected"),
    [
        ("collectionFormat: csv", (None, False, {})),
        ("collectionFormat: multi", ("form", True, {})),
        ("collectionFormat: pipes", ("pipeDelimited", False, {})),
        ("collectionFormat: ssv", ("spaceDelimited", False, {})),
        ("collectionFormat: tsv", (None, False, {"collectionFormat": "tsv"})),
        ("allowEmptyValue: false", (None, False, {})),
    ],
)
def test_lists_of_2_are_spelled_by_style_and_explode(collection: str, expected: tuple[Any, ...]) -> None:
    (parameter,) = operation_of(
        f"parameters: [{{name: p, in: query, type: array, items: {{type: string}}, {collection}}}]",
        version="swagger: '2.0'",
    ).parameters

    assert (parameter.style, parameter.explode, parameter.extra) == expected
    assert isinstance(parameter.schema, Array)


def test_the_parameters_of_both_branches_of_a_condition_count() -> None:
    operation = operation_of(
        """
        parameters:
          Fn::If:
            - C
            - [{name: a, in: query}, {"Fn::If": [D, {name: b, in: query}, {Ref: "AWS::NoValue"}]}]
            - [{name: c, in: query}]
        """
    )

    assert [parameter.name for parameter in operation.parameters] == ["a", "b", "c"]
