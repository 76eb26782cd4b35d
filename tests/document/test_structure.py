"""OpenAPI validity in readable words."""

from __future__ import annotations

import sys
from textwrap import dedent

import pytest

from specforge.document import structure
from specforge.document.structure import second_opinion, violations
from specforge.document.version import Version
from specforge.errors import InternalError
from specforge.source import read_text
from tests.lower.documents import document

INFO = "info: {title: t, version: '1'}\n"
V3 = "openapi: 3.0.1\n" + INFO
V31 = "openapi: 3.1.0\n" + INFO
V2 = "swagger: '2.0'\n" + INFO


def told(text: str) -> list[tuple[str, str, bool]]:
    opened = document(dedent(text))
    found = violations(opened.root.value, opened.version)
    return sorted(("/".join(map(str, one.pointer)), one.message, one.on_key) for one in found)


def messages(text: str) -> list[str]:
    return [message for _, message, _ in told(text)]


@pytest.mark.parametrize("head", [V2, V3, V31, "openapi: 3.2.0\n" + INFO])
def test_a_sound_document_has_no_violation(head: str) -> None:
    assert told(head + "paths: {/a: {get: {responses: {'200': {description: ok}}}}}\n") == []


def test_a_document_of_an_unknown_version_is_not_judged() -> None:
    assert list(violations({"openapi": "9.9.9"}, document("openapi: 9.9.9\n").version)) == []


def test_formats_are_not_judged() -> None:
    assert told(V3 + "paths: {}\nexternalDocs: {url: 'a b'}\n") == []


def test_without_the_schemas_of_the_validator_nothing_can_be_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [])
    structure._judge.cache_clear()
    version = document(V3 + "paths: {}\n").version

    with pytest.raises(InternalError, match="openapi-spec-validator"):
        list(violations({}, version))


@pytest.mark.parametrize("version", ["3.0.1", "3.0.11"])
def test_the_spelling_of_the_version_is_not_judged_here(version: str) -> None:
    assert told(f"openapi: {version}\n{INFO}paths: {{}}\n") == []


# Expressions


@pytest.mark.parametrize(
    "body",
    [
        "paths: {Fn::Transform: {Name: AWS::Include}}\n",
        "paths: {/a: {'Fn::If': [A, {get: {responses: {}}}, {Ref: AWS::NoValue}]}}\n",
        "paths: {}\ntags: {'Fn::If': [A, [], []]}\n",
        "paths: {}\ntags: [{name: !Ref Name}]\n",
    ],
)
def test_what_is_known_only_at_deployment_is_not_judged(body: str) -> None:
    assert told(V3 + body) == []


def test_a_whole_document_that_is_an_expression_is_not_judged() -> None:
    data = read_text("Fn::Transform: {Name: AWS::Include}\n", "a.yaml").data

    assert list(violations(data, document(V3 + "paths: {}\n").version)) == []


def test_another_version_has_its_own_schema() -> None:
    assert told(V31 + "webhooks: {}\n") == []
    assert messages(V2 + "paths: {}\nhost: [x]\n") == ["host is a list; it must be a string"]
    assert isinstance(document(V2 + "paths: {}\n").version, Version)


def opinions(text: str) -> list[tuple[str, str]]:
    opened = document(dedent(text))
    return [(one.at.path(), one.message) for one in second_opinion(opened.root)]


def test_the_second_judge_agrees_on_a_sound_document() -> None:
    assert opinions(V3 + "paths: {/a: {get: {responses: {'200': {description: ok}}}}}\n") == []


def test_what_the_second_judge_finds_in_code_has_the_place_of_the_part_it_looked_at() -> None:
    text = V3 + "paths: {'/a/{id}': {get: {operationId: a, responses: {'200': {description: ok}}}}}\n"

    assert opinions(text) == [
        ("/paths/~1a~1{id}/get", "Path parameter 'id' for 'get' operation in '/a/{id}' was not resolved")
    ]


def test_the_second_judge_is_led_through_references_of_the_document() -> None:
    text = (
        V3
        + """
paths:
  /a:
    get:
      parameters: [{$ref: '#/components/parameters/P'}]
      responses: {'200': {description: ok}}
components:
  parameters:
    P: {name: p, in: query, schema: {$ref: '#/components/schemas/S'}}
  schemas:
    S: {type: integer, default: many}
"""
    )

    assert {("/components/schemas/S", "'many' is not of type 'integer'")} == set(opinions(text))


def test_the_second_judge_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    body = "paths: {/a: {$ref: '%s'}}\n"
    opinions(V3 + "paths: {}\n")  # imports the judge and its schemas
    opened: list[object] = []
    monkeypatch.setattr("builtins.open", lambda *arguments, **options: opened.append(arguments))
    monkeypatch.setattr("socket.socket", lambda *arguments, **options: opened.append(arguments))

    for reference in ("gone.yaml#/a", "http://127.0.0.1:1/a.yaml", "file:///etc/passwd"):
        assert [message[:11] for _, message in opinions(V3 + body % reference)] == ["it gave up:"]
    assert opened == []


def test_the_second_judge_says_nothing_of_deferred_values_and_unknown_versions() -> None:
    assert opinions("openapi: 9.9.9\n") == []
    assert opinions("openapi: 3.0.1\ninfo: {title: {Ref: Title}, version: '1'}\npaths: {}\n") == []


def test_the_data_that_the_second_judge_quotes_is_cut() -> None:
    text = V3 + "paths: {/a: {get: {parameters: [{name: p, in: query, schema: {enum: [%s]}, foo: 1}]}}}\n"

    assert max(len(message) for _, message in opinions(text % ("1, " * 500))) < 300


NULL_TYPE = "paths: {}\ncomponents: {schemas: {Order: {properties: {id: {type: [string, null]}}}}}\n"
NODE_TYPE = "paths: {}\ncomponents: {schemas: {Order: {xml: {nodeType: leaf}}}}\n"


def test_schema_objects_of_3_1_are_judged_by_their_meta_schema() -> None:
    ((pointer, message, _),) = told(V31 + NULL_TYPE)

    assert pointer == "components/schemas/Order/properties/id/type/1"
    assert message.startswith("type[1] is null; it must be ")


def test_node_types_of_xml_are_those_of_3_2() -> None:
    assert messages("openapi: 3.2.0\n" + INFO + NODE_TYPE) == [
        "nodeType is leaf; it must be element, attribute, text, cdata or none"
    ]
    assert told(V31 + NODE_TYPE) == []


@pytest.mark.parametrize(
    ("dialect", "found"),
    [
        ("https://json-schema.org/draft/2020-12/schema", 1),
        ("https://spec.openapis.org/oas/3.1/dialect/base", 1),
        ("http://json-schema.org/draft-04/schema#", 0),
    ],
)
def test_schema_objects_of_another_dialect_are_not_judged(dialect: str, found: int) -> None:
    assert len(told(f"{V31}jsonSchemaDialect: {dialect}\n{NULL_TYPE}")) == found


def test_a_schema_object_that_names_its_own_dialect_is_not_judged() -> None:
    schema = "{$schema: 'http://json-schema.org/draft-04/schema#', exclusiveMaximum: true}"

    assert told(V31 + f"paths: {{}}\ncomponents: {{schemas: {{Order: {schema}}}}}\n") == []
