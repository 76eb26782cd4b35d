from __future__ import annotations

from typing import Any

import pytest

from specforge.importdoc.equivalents import find_equivalent, has_several_types, is_said_elsewhere
from specforge.ir import Object, Scalar, Schema
from tests.importdoc.parts import HERE, read

TEXT = Scalar(type="string", origin=HERE)
CLOSED = Object(extra={"unevaluatedProperties": False}, origin=HERE)


def the(schema: str) -> Schema:
    return read(f"info: {{title: t, version: '1'}}\npaths: {{}}\ncomponents: {{schemas: {{It: {schema}}}}}").schemas[
        "It"
    ]


@pytest.mark.parametrize(
    ("keyword", "value", "schema", "expected"),
    [
        ("type", "object", TEXT, {"type": "object"}),
        ("type", ["object", "null"], TEXT, {"type": "object"}),
        ("type", ["object", "array"], TEXT, None),
        ("type", "Object", TEXT, None),
        ("contentEncoding", "base64", TEXT, {"format": "byte"}),
        ("contentEncoding", "base64", Scalar(type="string", format="uri", origin=HERE), None),
        ("contentEncoding", "base16", TEXT, None),
        ("contentMediaType", "application/octet-stream", TEXT, {"format": "binary"}),
        ("contentMediaType", "image/png", TEXT, None),
        ("unevaluatedProperties", False, CLOSED, {"additionalProperties": False}),
        ("unevaluatedProperties", True, CLOSED, None),
        ("unevaluatedProperties", False, Object(extra={"if": {}}, origin=HERE), None),
        ("unevaluatedProperties", False, Object(additional_declared=True, origin=HERE), None),
    ],
)
def test_what_a_keyword_amounts_to(keyword: str, value: Any, schema: Schema, expected: Any) -> None:
    assert find_equivalent(keyword, value, schema) == expected


def test_a_keyword_of_another_of_several_types_is_said_by_that_type() -> None:
    listed = the("{type: [string, array], items: {type: string}}")
    alone = the("{type: string, items: {type: string}}")
    first = listed.members[0]  # type: ignore[union-attr]  # a list of types is a OneOf

    assert (has_several_types(first), is_said_elsewhere("items", first)) == (True, True)
    assert (has_several_types(alone), is_said_elsewhere("items", alone)) == (False, False)
