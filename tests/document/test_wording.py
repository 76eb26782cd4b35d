"""Errors of the schemas of OpenAPI in readable words."""

from __future__ import annotations

import pytest

from specforge.document.wording import VAGUE, Violation, without_consequences
from tests.document.test_structure import V2, V3, V31, messages, told

OPERATION = "paths: {/a: {get: {responses: {'200': {description: ok}}, %s}}}\n"
SCHEMA = "paths: {}\ncomponents: {schemas: {A: {%s}}}\n"
PARAMETER = "paths: {/a: {parameters: [{name: a, %s}]}}\n"
RESPONSE = "paths: {/a: {get: {responses: {'200': {%s}}}}}\n"
SCHEME = "paths: {}\ncomponents: {securitySchemes: {A: {%s}}}\n"


@pytest.mark.parametrize(
    ("text", "pointer", "message", "on_key"),
    [
        pytest.param(V3, "", "the document has no paths; it must have one", True, id="absent"),
        pytest.param(V3 + "paths: []\n", "paths", "paths is a list; it must be an object", False, id="type"),
        pytest.param(V3 + "paths: null\n", "paths", "paths is null; it must be an object", False, id="null"),
        pytest.param(V3 + "paths: {}\nfoo: 1\n", "foo", "the document can have no foo", True, id="unknown key"),
        pytest.param(
            V3 + SCHEMA % "required: []",
            "components/schemas/A/required",
            "required is empty; it must have an entry",
            True,
            id="empty",
        ),
        pytest.param(
            V3 + SCHEMA % "required: [a, a]",
            "components/schemas/A/required",
            "required holds an entry twice; entries must differ",
            False,
            id="twice",
        ),
    ],
)
def test_a_violation_says_what_is_and_what_must_be_at_its_place(
    text: str, pointer: str, message: str, on_key: bool
) -> None:
    assert told(text) == [(pointer, message, on_key)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (V3 + "paths: {}\ntags: [{}]\n", "tags[0] has no name; it must have one"),
        (V3 + "paths: {}\ntags: [{name: a, x: 1}]\n", "the tag a can have no x"),
        (V3 + RESPONSE % "", "the response 200 has no description; it must have one"),
        (V3 + OPERATION % "foo: 1", "GET /a can have no foo"),
        (V3 + "paths: {/a: {foo: 1}}\n", "the path /a can have no foo"),
        (V3 + SCHEMA % "foo: 1", "the schema A can have no foo"),
        (V3 + SCHEMA % "properties: {responses: {type: {}}}", "type is an object; it must be a string"),
        (V3 + SCHEMA % "properties: {responses: 1}", "the property responses is a number; it must be an object"),
        (V3 + PARAMETER % "in: query", "the parameter a has no schema or content; it must have one"),
        (V3 + "paths: {/a: {parameters: [{in: query, schema: {}}]}}\n", "parameters[0] has no name; it must have one"),
        (V3 + SCHEME % "type: http", "the security scheme A has no scheme; it must have one"),
        (V3 + OPERATION % "security: [{A: 1}]", "the requirement A is a number; it must be a list"),
    ],
)
def test_a_place_has_the_name_that_a_reader_gives_it(text: str, message: str) -> None:
    assert messages(text) == [message]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (V3 + SCHEMA % "minLength: x", "minLength is a string; it must be an integer"),
        (V3 + SCHEMA % "minLength: -1", "minLength is -1; it must be at least 0"),
        (V3 + SCHEMA % "multipleOf: 0", "multipleOf is 0; it must be more than 0"),
        (
            V3 + SCHEMA % "additionalProperties: 5",
            "additionalProperties is a number; it must be an object or a boolean",
        ),
        (V3 + SCHEMA % "items: []", "items is a list; it must be an object"),
        (V3 + SCHEMA % "title: 1.0", "title is 1.0, a number; it must be a string"),
        (V3 + SCHEMA % "title: true", "title is true, a boolean; it must be a string"),
        (V3 + SCHEMA % "description: {$ref: a.md}", "description is a reference; it must be a string"),
        (
            V3 + SCHEMA % "type: [string, 'null']",
            "type is a list; it must be a string; OpenAPI 3.0 has nullable for null",
        ),
        (V3 + SCHEMA % "type: [string, number]", "type is a list; it must be a string"),
        (V3 + PARAMETER % "in: path, required: false, schema: {}", "required is false; it must be true"),
        (V3 + PARAMETER % "in: path, schema: {}", "the parameter a has no required; it must be true"),
        (V31 + SCHEMA % "type: [string, null]", 'type[1] is null; it must be "null" in quotes'),
        (V2 + "paths: {}\nhost: a b\n", "host is a b; it must be a host, with a port or without, and nothing else"),
        (V2 + "paths: {}\nbasePath: v1\n", "basePath is v1; it must start with a slash"),
        (V2 + "paths: {/a: {get: {responses: {}}}}\n", "responses is empty; it must have an entry"),
        (V2 + "paths: {/a: {get: {responses: {x-a: 1}}}}\n", "responses holds no response; it must have one"),
        (V31 + "paths: {/a: {get: {responses: {x-a: 1}}}}\n", "responses holds no response; it must have one"),
        (
            V3 + PARAMETER % "in: query, content: {text/plain: {}, text/html: {}}",
            "content has 2 entries; it can have 1",
        ),
    ],
)
def test_a_value_is_told_with_what_it_must_be(text: str, message: str) -> None:
    assert messages(text) == [message]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            V3 + SCHEMA % "type: strin",
            "type is strin; it must be array, boolean, integer, number, object or string; did you mean string?",
        ),
        (
            V3 + SCHEMA % "type: String",
            "type is String; it must be array, boolean, integer, number, object or string; did you mean string?",
        ),
        (
            V31 + SCHEMA % "type: {}",
            "type is an object; it must be array, boolean, integer, null, number, object, string or a list",
        ),
        (
            V3 + PARAMETER % "in: body, schema: {}",
            "in is body; it must be path, query, header or cookie; OpenAPI 3 has requestBody for it",
        ),
        (
            V2 + PARAMETER % "in: Query, type: string",
            "in is Query; it must be body, header, formData, query or path; did you mean query?",
        ),
    ],
)
def test_the_words_that_may_stand_there_are_listed(text: str, message: str) -> None:
    assert messages(text) == [message]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (V31 + "paths: {}\ncomponents: {schemas: {'a b': {}}}\n", "schemas can have no a b; a name holds letters"),
        (V3 + OPERATION % "repsonses: {}", "GET /a can have no repsonses; did you mean responses?"),
        (V3 + "paths: {/a: {GET: {}}}\n", "the path /a can have no GET; did you mean get?"),
        (V3 + SCHEMA % "$rf: '#/a'", "the schema A can have no $rf; did you mean $ref?"),
    ],
)
def test_a_key_that_cannot_stand_there_is_told_with_what_was_meant(text: str, message: str) -> None:
    (found,) = messages(text)

    assert found.startswith(message)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (V3 + OPERATION % "$ref: '#/a'", "GET /a is a reference; it must be written out"),
        (V3 + "paths: {/a: {get: {$ref: '#/a'}}}\n", "GET /a is a reference; it must be written out"),
        (V3 + OPERATION % "security: [{$ref: '#/a'}]", "security[0] is a reference; it must be written out"),
    ],
)
def test_a_reference_where_none_may_stand_is_told_alone(text: str, message: str) -> None:
    assert messages(text) == [message]


def test_a_license_has_an_identifier_or_a_url() -> None:
    info = (
        "openapi: 3.1.0\ninfo: {title: t, version: '1', license: {name: MIT, identifier: MIT, url: 'https://a.org'}}\n"
    )

    assert messages(info + "paths: {}\n") == ["license has identifier and url; it can have one of them"]


def test_content_without_a_media_type_is_told_where_the_media_type_is_missing() -> None:
    assert told(V3 + RESPONSE % "description: ok, content: {schema: {$ref: '#/a'}}") == [
        (
            "paths//a/get/responses/200/content/schema",
            "content can have no schema; it must have a media type, such as application/json",
            True,
        )
    ]
    assert messages(V3 + RESPONSE % "description: ok, content: {text/plain: {foo: 1}}") == [
        "the media type text/plain can have no foo"
    ]
    assert messages(V3 + SCHEMA % "properties: {content: {typ: 1}}") == [
        "the property content can have no typ; did you mean type?"
    ]


def test_a_misspelt_key_is_not_told_as_missing_too() -> None:
    assert messages(V3 + RESPONSE % "descrption: ok") == [
        "the response 200 can have no descrption; did you mean description?"
    ]
    assert messages(V3 + PARAMETER % "in: query, type: string") == [
        "the parameter a can have no type; it belongs into schema"
    ]
    assert messages(V3 + PARAMETER % "in: query, foo: 1") == [
        "the parameter a has no schema or content; it must have one",
        "the parameter a can have no foo",
    ]


def test_what_follows_from_another_violation_is_left_out() -> None:
    vague = Violation(("a",), f"a {VAGUE}")
    clear = Violation(("a",), "a is 1; it must be 2", options=("2",))
    other_type = Violation(("a",), "a is a number; it must be a string")

    assert list(without_consequences([vague, vague])) == [vague]
    assert list(without_consequences([vague, clear])) == [clear]
    assert list(without_consequences([other_type, clear])) == [other_type]


def test_a_long_value_is_cut() -> None:
    (message,) = messages(V3 + SCHEMA % f"type: {'x' * 500}")

    assert len(message) < 200
    assert "…" in message
