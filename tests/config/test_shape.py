from __future__ import annotations

from typing import Any

import pytest

from specforge.config.shape import (
    Shape,
    check_shape,
    fits,
    flag,
    integer,
    list_of,
    map_of,
    number,
    shape_schema,
    table,
    text,
    value,
)
from specforge.diagnostics import Report
from specforge.document import Cursor, References
from specforge.source import Files, read_text


def cursor(content: str) -> Cursor:
    source = read_text(f"it: {content}", "specforge.yaml")
    found = References(source, Files("."), Report()).top(source.entry).get("it")
    assert found is not None
    return found


def found(content: str, shape: Shape) -> list[str]:
    report = Report()
    check_shape(cursor(content), shape, report)
    return [finding.message for finding in report.findings]


TABLE = table("", {"rate": number(""), "burst": integer("", 1)}, "rate")


@pytest.mark.parametrize(
    ("content", "shape", "message"),
    [
        ("1", text(""), "it is 1; it must be a text"),
        ("true", integer(""), "it is true; it must be a whole number"),
        ("1.5", integer(""), "it is 1.5; it must be a whole number"),
        ("x", number(""), "it is x; it must be a number"),
        ("-1", number(""), "it is -1; it must be at least 0"),
        ("'yes'", flag(""), "it is yes; it must be true or false"),
        ("x", list_of("", text("")), "it is x; it must be a list"),
        ("[x, 1]", list_of("", text("")), "it.1 is 1; it must be a text"),
        ("[x]", TABLE, "it is a list; it must be a mapping"),
        ("{a: 1}", map_of("", text("")), "it.a is 1; it must be a text"),
        ("c", text("", "a", "b"), "it is c; it must be a or b"),
        ("{burst: 1}", TABLE, "it has no rate"),
        ("{rate: 1, brust: 1}", TABLE, "it.brust is no key of specforge.yaml; did you mean burst?"),
        ("{rate: 1, zzz: 1}", TABLE, "it.zzz is no key of specforge.yaml; known are burst, rate"),
        ("{x: 1}", value(""), "it is a mapping; it must be a text"),
    ],
)
def test_what_does_not_fit_is_said(content: str, shape: Shape, message: str) -> None:
    assert found(content, shape) == [message]


@pytest.mark.parametrize(
    ("content", "shape"),
    [
        ("", text("")),
        ("1", number("")),
        ("!Ref X", value("")),
        ("1", value("")),
        ("{rate: 1.5, burst: 2}", TABLE),
        ("a", text("", "a", "b")),
        ("[]", list_of("", text(""))),
        ("{other: {x: 1}, rate: 1}", table("", {"rate": number("")}, of=map_of("", Shape("any")))),
    ],
)
def test_what_fits_is_not_mentioned(content: str, shape: Shape) -> None:
    assert found(content, shape) == []


def test_an_unknown_key_is_reported_at_the_key() -> None:
    report = Report()
    check_shape(cursor("{rate: 1, brust: 1}"), TABLE, report)
    (finding,) = report.findings

    assert (finding.rule, finding.on_key, finding.origin.path()) == ("unknown-configuration-key", True, "/it/brust")


def test_whether_a_value_fits_can_be_asked_without_a_report() -> None:
    assert fits(cursor("1"), number(""))
    assert not fits(cursor("x"), number(""))
    assert not fits(cursor(""), number(""))


@pytest.mark.parametrize(
    ("shape", "schema"),
    [
        (text("A text.", "a"), {"type": "string", "description": "A text.", "enum": ["a"]}),
        (integer("", 1), {"type": "integer", "minimum": 1}),
        (value(""), {"type": ["string", "number", "object"]}),
        (list_of("", flag("")), {"type": "array", "items": {"type": "boolean"}}),
        (map_of("", Shape("any")), {"type": "object", "additionalProperties": {}}),
        (
            table("", {"a": flag("")}, "a"),
            {
                "type": "object",
                "properties": {"a": {"type": "boolean"}},
                "required": ["a"],
                "additionalProperties": False,
            },
        ),
    ],
)
def test_a_shape_is_a_json_schema(shape: Shape, schema: dict[str, Any]) -> None:
    assert shape_schema(shape) == schema
