from __future__ import annotations

from typing import Any

import pytest

from specforge.diagnostics import Finding
from specforge.ir import Kind
from tests.importdoc.parts import read, rules_of, told, written

REMOVED, REWRITTEN = "schema-keyword-removed", "schema-keyword-rewritten"


def model(schema: str, kind: Kind = Kind.REST) -> tuple[Any, list[Finding]]:
    """Returns a schema as it is written, and the findings but for the version."""
    document, findings = written(
        read(
            f"info: {{title: orders, version: '1'}}\npaths: {{}}\n"
            f"components: {{schemas: {{Pet: {{type: object}}, It: {schema}}}}}",
            kind,
        )
    )
    return document["components"]["schemas"]["It"], [one for one in findings if one.rule != "openapi-version-rewritten"]


@pytest.mark.parametrize(
    ("schema", "expected", "named"),
    [
        ("{type: [string, 'null']}", {"type": "string", "nullable": True}, "a list of types"),
        ("{type: [string, integer]}", {"anyOf": [{"type": "string"}, {"type": "integer"}]}, "a list of types"),
        ("{const: a}", {"enum": ["a"]}, "const"),
        ("{type: number, exclusiveMinimum: 1}", {"type": "number", "minimum": 1, "exclusiveMinimum": True},
         "exclusiveMinimum"),
        ("{type: integer, exclusiveMaximum: 9}", {"type": "integer", "maximum": 8}, "exclusiveMaximum"),
        ("{type: string, contentEncoding: base64}", {"type": "string", "format": "byte"}, "contentEncoding"),
        ("{type: string, contentMediaType: application/octet-stream}", {"type": "string", "format": "binary"},
         "contentMediaType"),
        ("{type: object, unevaluatedProperties: false}", {"type": "object", "additionalProperties": False},
         "unevaluatedProperties"),
        ("{type: object, $defs: {A: {type: string}}, properties: {a: {$ref: '#/components/schemas/It/$defs/A'}}}",
         {"type": "object", "properties": {"a": {"$ref": "#/components/schemas/A"}}}, "$defs"),
        ("{$ref: '#/components/schemas/Pet', type: object, minProperties: 1}",
         {"allOf": [{"$ref": "#/components/schemas/Pet"}, {"type": "object", "minProperties": 1}]},
         "keywords beside $ref"),
        ("false", {"not": {}}, "the schema false"),
        ("{oneOf: [{$ref: '#/components/schemas/Pet'}, {type: 'null'}]}",
         {"allOf": [{"$ref": "#/components/schemas/Pet"}], "nullable": True}, "null of oneOf"),
        ("{anyOf: [{type: string}, {type: 'null'}]}", {"type": "string", "nullable": True}, "null of anyOf"),
        ("{anyOf: [{type: string}, {type: integer}, {type: 'null'}]}",
         {"anyOf": [{"type": "string"}, {"type": "integer"}], "nullable": True}, "null of anyOf"),
        ("{Fn::If: [Large, {type: string}, {type: integer}]}",
         {"anyOf": [{"type": "string"}, {"type": "integer"}]}, "Fn::If"),
    ],
)  # fmt: skip
def test_words_of_3_1_are_said_in_those_of_3_0(schema: str, expected: Any, named: str) -> None:
    found, findings = model(schema)

    assert found == expected
    assert rules_of(findings) == [REWRITTEN]
    assert named in told(findings, REWRITTEN)


@pytest.mark.parametrize(
    ("schema", "expected", "named"),
    [
        ("{type: object, if: {required: [a]}, then: {required: [b]}, else: {required: [c]}}", {"type": "object"},
         "if, then, else"),
        ("{type: object, unevaluatedProperties: false, if: {required: [a]}}", {"type": "object"},
         "unevaluatedProperties, if"),
        ("{type: object, unevaluatedProperties: false, anyOf: [{type: object}, {type: object, maxProperties: 1}]}",
         {"allOf": [{"anyOf": [{"type": "object"}, {"type": "object", "maxProperties": 1}]}, {"type": "object"}]},
         "unevaluatedProperties"),
        ("{type: array, contains: {type: string}, minContains: 1}", {"type": "array", "items": {}},
         "contains, minContains"),
        ("{type: object, dependentRequired: {a: [b]}, propertyNames: {pattern: ^a}}", {"type": "object"},
         "dependentRequired, propertyNames"),
        ("{type: string, contentEncoding: quoted-printable}", {"type": "string"}, "contentEncoding"),
        ("{type: object, required: []}", {"type": "object"}, "required without a name"),
        ("{$id: 'https://a.example', $comment: c, type: string}", {"type": "string"}, "$id, $comment"),
        ("{type: string, examples: [a, b]}", {"type": "string"}, "examples"),
        ("{allOf: [{$ref: '#/components/schemas/Pet'}], readOnly: true}", {"$ref": "#/components/schemas/Pet"},
         "readOnly"),
    ],
)  # fmt: skip
def test_words_without_a_counterpart_are_left_out_and_named(schema: str, expected: Any, named: str) -> None:
    found, findings = model(schema)

    assert found == expected
    assert rules_of(findings) == [REMOVED]
    assert named in told(findings, REMOVED)


def test_description_beside_a_reference_is_left_out_of_models_and_kept_elsewhere() -> None:
    beside = "{type: object, properties: {a: {$ref: '#/components/schemas/Pet', description: d}}}"

    rest, findings = model(beside)
    http, _ = model(beside, Kind.HTTP)

    assert rest["properties"]["a"] == {"$ref": "#/components/schemas/Pet"}
    assert "description beside $ref" in told(findings, REMOVED)
    assert http["properties"]["a"] == {"allOf": [{"$ref": "#/components/schemas/Pet"}], "description": "d"}


def test_an_author_s_composition_of_one_reference_keeps_what_stands_beside_it() -> None:
    found, findings = model("{type: object, description: a pet, allOf: [{$ref: '#/components/schemas/Pet'}]}")

    assert found == {"type": "object", "description": "a pet", "allOf": [{"$ref": "#/components/schemas/Pet"}]}
    assert findings == []


def test_a_discriminator_between_one_is_named() -> None:
    _, findings = model("{oneOf: [{$ref: '#/components/schemas/Pet'}], discriminator: {propertyName: a}}", Kind.HTTP)

    assert "discriminator" in told(findings, REMOVED)


def test_type_beside_a_composition_is_kept() -> None:
    found, findings = model("{type: [object, 'null'], allOf: [{$ref: '#/components/schemas/Pet'}, {type: object}]}")

    assert found == {
        "type": "object",
        "allOf": [{"$ref": "#/components/schemas/Pet"}, {"type": "object"}],
        "nullable": True,
    }
    assert rules_of(findings) == [REWRITTEN]


def test_a_type_that_only_the_keywords_imply_is_told() -> None:
    found, findings = model("{properties: {a: {minimum: 1}}}")

    assert found == {"type": "object", "properties": {"a": {"type": "number", "minimum": 1}}}
    assert told(findings, "implied-type-written-out").endswith(": object, number")


def test_bounds_beside_listed_values_are_named() -> None:
    found, findings = model("{type: [string, integer], enum: [a, 1], minimum: 4}")

    assert found == {"enum": ["a", 1]}
    assert "know no minimum;" in told(findings, REMOVED)


def test_a_type_that_is_none_does_no_harm() -> None:
    found, findings = model("{type: [{}, 1], allOf: [{type: object}, {type: object}], minLength: 1}")

    assert found == {"allOf": [{"type": "object"}, {"type": "object"}, {}]}
    assert "malformed schema" in told(findings, REMOVED)


def test_each_of_several_types_keeps_its_own_keywords() -> None:
    found, findings = model("{type: [array, string, integer], items: {type: string}, minLength: 2, minimum: 1}")

    assert found == {
        "anyOf": [
            {"type": "array", "items": {"type": "string"}},
            {"type": "string", "minLength": 2},
            {"type": "integer", "minimum": 1},
        ],
    }
    assert rules_of(findings) == [REWRITTEN]
