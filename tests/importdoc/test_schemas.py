from __future__ import annotations

from typing import Any

import pytest

from specforge.diagnostics import Report
from specforge.importdoc.schemas import write_schema
from specforge.importdoc.spelling import as_written
from specforge.importdoc.writing import Writing
from specforge.ir import (
    AllOf,
    Annotations,
    Anything,
    Array,
    Bounds,
    Discriminator,
    Enum,
    InvalidSchema,
    Kind,
    Named,
    Not,
    Nothing,
    Object,
    OneOf,
    Property,
    Scalar,
    Schema,
)
from tests.importdoc.parts import HERE, an_api, rules_of

STRING = Scalar(type="string", origin=HERE)
NUMBER = Scalar(type="number", origin=HERE)
PET = Named(name="a-pet", origin=HERE)
NAMES = {"a-pet": "aPet"}


def convert(schema: Schema, kind: Kind = Kind.REST) -> tuple[Any, list[str]]:
    report = Report()
    writing = Writing.of(an_api(kind=kind), as_written, NAMES)
    written = write_schema(schema, writing)
    writing.changes.report_to(report)
    return written, rules_of(report.take())


def scalar(kind: str, **bounds: Any) -> Scalar:
    return Scalar(type=kind, bounds=Bounds(**bounds), origin=HERE)


@pytest.mark.parametrize(
    ("schema", "written"),
    [
        (scalar("string", min_length=1, max_length=9, pattern="^a"),
         {"type": "string", "minLength": 1, "maxLength": 9, "pattern": "^a"}),
        (scalar("number", minimum=0, maximum=1.5, multiple_of=0.5),
         {"type": "number", "minimum": 0, "maximum": 1.5, "multipleOf": 0.5}),
        (scalar("number", exclusive_minimum=0, exclusive_maximum=9),
         {"type": "number", "minimum": 0, "exclusiveMinimum": True, "maximum": 9, "exclusiveMaximum": True}),
        (scalar("number", minimum=1, exclusive_minimum=0), {"type": "number", "minimum": 1}),
        (Scalar(type="string", format="date-time", nullable=True, origin=HERE),
         {"type": "string", "format": "date-time", "nullable": True}),
        (Scalar(type="file", origin=HERE), {"type": "string", "format": "binary"}),
        (Enum(values=("a", None), type="string", origin=HERE),
         {"type": "string", "enum": ["a", None], "nullable": True}),
        (Enum(values=(1, True), origin=HERE), {"enum": [1, True]}),
        (Array(items=STRING, min_items=1, unique_items=True, origin=HERE),
         {"type": "array", "items": {"type": "string"}, "minItems": 1, "uniqueItems": True}),
        (Object(properties=(Property(name="id", schema=STRING, required=True, origin=HERE),), required=("x",),
                additional=False, additional_declared=True, origin=HERE),
         {"type": "object", "required": ["id", "x"], "properties": {"id": {"type": "string"}},
          "additionalProperties": False}),
        (Object(additional=NUMBER, additional_declared=True, origin=HERE),
         {"type": "object", "additionalProperties": {"type": "number"}}),
        (OneOf(members=(STRING, PET), origin=HERE),
         {"oneOf": [{"type": "string"}, {"$ref": "#/components/schemas/aPet"}]}),
        (OneOf(members=(STRING, NUMBER), exclusive=False, origin=HERE),
         {"anyOf": [{"type": "string"}, {"type": "number"}]}),
        (AllOf(members=(PET,), origin=HERE), {"allOf": [{"$ref": "#/components/schemas/aPet"}]}),
        (Not(member=STRING, origin=HERE), {"not": {"type": "string"}}),
        (Nothing(origin=HERE), {"not": {}}),
        (Anything(origin=HERE, annotations=Annotations(title="T")), {"title": "T"}),
        (Named(name="a-pet", nullable=True, origin=HERE),
         {"allOf": [{"$ref": "#/components/schemas/aPet"}], "nullable": True}),
        (Named(name="nowhere", origin=HERE), {}),
    ],
)  # fmt: skip
def test_schema_is_written_without_loss_and_without_a_finding(schema: Schema, written: Any) -> None:
    assert convert(schema) == (written, [])


@pytest.mark.parametrize(
    ("schema", "written"),
    [
        (scalar("integer", exclusive_minimum=0, exclusive_maximum=10), {"type": "integer", "minimum": 1, "maximum": 9}),
        (scalar("integer", exclusive_minimum=0.5, minimum=3), {"type": "integer", "minimum": 3}),
        (Scalar(type="null", origin=HERE), {"enum": [None], "nullable": True}),
        (Array(prefix_items=(STRING,), items=NUMBER, origin=HERE),
         {"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "number"}]}}),
        (Array(prefix_items=(STRING,), items=Nothing(origin=HERE), origin=HERE),
         {"type": "array", "items": {"type": "string"}, "maxItems": 1}),
        (Array(prefix_items=(Nothing(origin=HERE),), items=Nothing(origin=HERE), origin=HERE),
         {"type": "array", "items": {"not": {}}, "maxItems": 1}),
        (Array(prefix_items=(STRING,), items=Anything(origin=HERE), origin=HERE), {"type": "array", "items": {}}),
    ],
)  # fmt: skip
def test_keywords_of_3_1_are_rewritten(schema: Schema, written: Any) -> None:
    assert convert(schema) == (written, ["schema-keyword-rewritten"])


@pytest.mark.parametrize(
    ("schema", "written"),
    [
        (Scalar(type="integer", format="int64", origin=HERE), {"type": "integer"}),
        (Scalar(type="string", annotations=Annotations(default="a", read_only=True), origin=HERE), {"type": "string"}),
        (Enum(values=("a", "b", "a"), type="string", origin=HERE), {"type": "string", "enum": ["a", "b"]}),
        (Scalar(type="string", extra={"xml": {"name": "a"}, "x-own": 1}, origin=HERE), {"type": "string"}),
        (Object(additional=False, additional_declared=True, origin=HERE,
                pattern_properties=(Property(name="^a", schema=STRING, origin=HERE),)), {"type": "object"}),
        (InvalidSchema(origin=HERE), {}),
        (OneOf(members=(PET,), discriminator=Discriminator(property="kind", origin=HERE), origin=HERE),
         {"oneOf": [{"$ref": "#/components/schemas/aPet"}]}),
    ],
)  # fmt: skip
def test_keywords_that_models_do_not_know_are_removed(schema: Schema, written: Any) -> None:
    assert convert(schema) == (written, ["schema-keyword-removed"])


def test_http_apis_keep_annotations_formats_and_discriminators() -> None:
    schema = OneOf(
        members=(PET, Scalar(type="integer", format="int64", origin=HERE)),
        discriminator=Discriminator(property="kind", mapping={"p": "a-pet"}, origin=HERE),
        annotations=Annotations(default=[], deprecated=True, examples=(1, 2)),
        origin=HERE,
    )

    written, rules = convert(schema, Kind.HTTP)

    assert written == {
        "oneOf": [{"$ref": "#/components/schemas/aPet"}, {"type": "integer", "format": "int64"}],
        "discriminator": {"propertyName": "kind", "mapping": {"p": "#/components/schemas/aPet"}},
        "default": [],
        "example": 1,
        "deprecated": True,
    }
    assert rules == ["schema-keyword-removed"]  # the second example
