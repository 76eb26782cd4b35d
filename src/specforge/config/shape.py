"""Shapes of configuration: what may stand at a place, checked and as JSON Schema."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from specforge.diagnostics import Edit, Fix, Report
from specforge.document import Cursor
from specforge.source import Data
from specforge.spelling import find_near

NO_FIELDS: Mapping[str, Shape] = {}


class Shape(NamedTuple):
    """What may stand at a place of the configuration.

    `kind` is one of KINDS. A table has `fields`; where it takes other keys besides, `of` is what stands under them.
    A map has only such keys; a list has elements `of` that shape. `deferred` admits a deploy-time expression.
    `pattern` is a regular expression for the whole of a text, with `form` saying it in words.
    """

    kind: str
    about: str = ""
    fields: Mapping[str, Shape] = NO_FIELDS
    of: Shape | None = None
    choices: tuple[str, ...] = ()
    minimum: float | None = None
    required: tuple[str, ...] = ()
    deferred: bool = False
    maximum: float | None = None
    pattern: str = ""
    form: str = ""


class Wording(NamedTuple):
    """How findings about a shape speak: the rules they are of, what holds the keys, how a place is called."""

    invalid: str
    unknown: str
    holder: str
    name: Callable[[Cursor], str]


KINDS: dict[str, tuple[tuple[type, ...], str, Data]] = {
    "text": ((str,), "a text", "string"),
    "integer": ((int,), "a whole number", "integer"),
    "number": ((int, float), "a number", "number"),
    "flag": ((bool,), "true or false", "boolean"),
    "list": ((list,), "a list", "array"),
    "table": ((dict,), "a mapping", "object"),
    "map": ((dict,), "a mapping", "object"),
    "any": ((object,), "anything", None),
    "scalar": ((str, int, float), "a text or a number", ["string", "number", "boolean"]),
    "text or table": ((str, dict), "a file name or a mapping", ["string", "object"]),
}


def text(about: str, *choices: str) -> Shape:
    """Returns the shape of a text, or one of some words."""
    return Shape("text", about, choices=choices)


def value(about: str) -> Shape:
    """Returns the shape of a text that may be a deploy-time expression."""
    return Shape("text", about, deferred=True)


def integer(about: str, minimum: float = 0) -> Shape:
    """Returns the shape of a whole number."""
    return Shape("integer", about, minimum=minimum)


def number(about: str, minimum: float = 0) -> Shape:
    """Returns the shape of a number."""
    return Shape("number", about, minimum=minimum)


def flag(about: str) -> Shape:
    """Returns the shape of true or false."""
    return Shape("flag", about)


def list_of(about: str, of: Shape) -> Shape:
    """Returns the shape of a list."""
    return Shape("list", about, of=of)


def map_of(about: str, of: Shape) -> Shape:
    """Returns the shape of a mapping from names of the user's choice."""
    return Shape("map", about, of=of)


def table(about: str, fields: Mapping[str, Shape], *required: str, of: Shape | None = None) -> Shape:
    """Returns the shape of a mapping with known keys."""
    return Shape("table", about, fields, of=of, required=required)


def check_shape(cursor: Cursor, shape: Shape, report: Report, wording: Wording | None = None) -> None:
    """Reports what does not fit at and below a place; `wording` is for other documents than specforge.yaml."""
    said = wording or SPECFORGE_YAML
    types, what, _ = KINDS[shape.kind]
    given = cursor.value
    if given is None or (shape.deferred and cursor.is_expression):
        return
    if not isinstance(given, types) or (isinstance(given, bool) and shape.kind in ("integer", "number")):
        if not (shape.deferred and isinstance(given, (int, float))):
            report.add(said.invalid, cursor, f"{said.name(cursor)} is {_shown(given)}; it must be {what}")
        return
    for wrong in _broken(cursor.value, shape):
        report.add(said.invalid, cursor, f"{said.name(cursor)} is {_shown(cursor.value)}; it must be {wrong}")
    if isinstance(given, dict) and shape.kind in ("table", "map"):
        _check_keys(cursor, shape, report, said)
    elif isinstance(given, list) and shape.of is not None:
        for element in cursor.elements():
            check_shape(element, shape.of, report, said)


def fits(cursor: Cursor, shape: Shape) -> bool:
    """Tells whether nothing is to be reported at and below a place."""
    report = Report()
    check_shape(cursor, shape, report)
    return cursor.value is not None and not report.findings


def _broken(given: Data, shape: Shape) -> Iterator[str]:
    """Yields what a value of the right type must be and is not."""
    if shape.choices and given not in shape.choices:
        yield f"{', '.join(shape.choices[:-1])} or {shape.choices[-1]}"
    if isinstance(given, (int, float)) and shape.minimum is not None and given < shape.minimum:
        yield f"at least {shape.minimum:g}"
    if isinstance(given, (int, float)) and shape.maximum is not None and given > shape.maximum:
        yield f"at most {shape.maximum:.0f}"
    if shape.pattern and isinstance(given, str) and not re.fullmatch(shape.pattern, given):
        yield shape.form


def _check_keys(cursor: Cursor, shape: Shape, report: Report, said: Wording) -> None:
    for key, child in cursor.items():
        below = shape.fields.get(key, shape.of)
        if below is None or (key not in shape.fields and shape.fields and not isinstance(child.value, dict)):
            message = f"{said.name(child)} is no key of {said.holder}; {_hint(key, shape)}"
            near = find_near(key, shape.fields)
            fix = Fix(f"call it {near}", (Edit("rename-key", child, key=near),)) if near is not None else None
            report.add(said.unknown, child, message, on_key=True, fix=fix)
        else:
            check_shape(child, below, report, said)
    for key in shape.required:
        if key not in cursor.value:
            report.add(said.invalid, cursor, f"{said.name(cursor)} has no {key}", on_key=True)


def _hint(key: str, shape: Shape) -> str:
    from difflib import get_close_matches  # lazy: 5 ms

    near = get_close_matches(key, shape.fields, 1)
    return f"did you mean {near[0]}?" if near else f"known are {', '.join(sorted(shape.fields))}"


def _name(cursor: Cursor) -> str:
    keys = cursor.pointer()
    return ".".join(map(str, keys)) if keys else "the configuration"


def _shown(given: Data) -> str:
    if isinstance(given, dict):
        return "a mapping"
    if isinstance(given, list):
        return "a list"
    return str(given).lower() if isinstance(given, bool) else str(given)


SPECFORGE_YAML = Wording("invalid-configuration", "unknown-configuration-key", "specforge.yaml", _name)


def shape_schema(shape: Shape) -> dict[str, Data]:
    """Returns the JSON Schema of a shape."""
    schema: dict[str, Data] = {}
    types = KINDS[shape.kind][2]
    if types is not None:
        schema["type"] = ["string", "number", "object"] if shape.deferred else types
    if shape.about:
        schema["description"] = shape.about
    if shape.choices:
        schema["enum"] = list(shape.choices)
    if shape.minimum is not None:
        schema["minimum"] = shape.minimum
    if shape.maximum is not None:
        schema["maximum"] = shape.maximum
    if shape.pattern and not shape.deferred:
        schema["pattern"] = f"^(?:{shape.pattern})$"
    if shape.fields:
        schema["properties"] = {key: shape_schema(field) for key, field in shape.fields.items()}
    if shape.required:
        schema["required"] = list(shape.required)
    if shape.kind == "list" and shape.of is not None:
        schema["items"] = shape_schema(shape.of)
    if shape.kind in ("table", "map"):
        schema["additionalProperties"] = shape_schema(shape.of) if shape.of is not None else False
    return schema
