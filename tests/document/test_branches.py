"""Which errors of a failed choice are told: those of the branch that was meant."""

from __future__ import annotations

from tests.document.test_structure import V2, V3, messages
from tests.document.test_wording import PARAMETER, SCHEMA, SCHEME


def test_all_errors_of_a_branch_are_told() -> None:
    assert messages(V3 + SCHEMA % "multipleOf: -1, minLength: x, foo: 1, properties: {b: {maxLength: y}}") == [
        "the schema A can have no foo",
        "minLength is a string; it must be an integer",
        "multipleOf is -1; it must be more than 0",
        "maxLength is a string; it must be an integer",
    ]


def test_the_branch_for_a_reference_counts_only_where_one_stands() -> None:
    assert messages(V3 + SCHEMA % "properties: {b: {$ref: 1}}") == ["$ref is 1, a number; it must be a string"]


def test_the_branch_of_the_kind_that_the_document_names_is_taken() -> None:
    assert messages(V3 + SCHEME % "type: apiKey, name: a") == ["the security scheme A has no in; it must have one"]
    assert messages(V3 + SCHEME % "type: oauth2") == ["the security scheme A has no flows; it must have one"]
    assert messages(V2 + PARAMETER % "in: path, type: string") == ["the parameter a has no required; it must be true"]
    assert messages(V2 + PARAMETER % "in: body, schema: {}, foo: 1") == ["the parameter a can have no foo"]


def test_a_word_of_none_of_the_kinds_is_told_with_those_of_all() -> None:
    assert messages(V3 + SCHEME % "type: apikey, name: a, in: header") == [
        "type is apikey; it must be apiKey, http, oauth2 or openIdConnect; did you mean apiKey?"
    ]


def test_the_branch_of_another_type_is_not_taken() -> None:
    (message,) = messages(V3 + SCHEMA % "additionalProperties: {type: strin}")

    assert message.startswith("type is strin; ")


def test_deep_choices_are_told_at_once() -> None:
    schema = "type: strin"
    for _ in range(40):
        schema = f"properties: {{b: {{{schema}}}}}"

    assert len(messages(V3 + SCHEMA % schema)) == 1
