"""The options of a short form: read, checked against their shape, and as JSON Schema for editors."""

from __future__ import annotations

from specforge.config.shape import Wording, check_shape, shape_schema
from specforge.diagnostics import Report
from specforge.document import Cursor
from specforge.expand.form import Form
from specforge.expand.registry import find, names
from specforge.source import Data

INVALID = "invalid-short-form-option"
UNKNOWN = "unknown-short-form-option"
EXPRESSION: dict[str, Data] = {
    "type": "object",
    "minProperties": 1,
    "maxProperties": 1,
    "propertyNames": {"pattern": "^(Ref|Fn::[A-Za-z]+)$"},
}


def read_options(form: Form, short: Cursor, report: Report) -> Cursor | None:
    """Returns the options as a mapping; None when they are not what the form takes, which is reported."""
    found = short.at(form.name)
    options = _mapping(form, found) if isinstance(found, Cursor) else short
    checked = Report()
    check_shape(options, form.options, checked, _wording(form, options))
    given = options.value if isinstance(options.value, dict) else {}
    for key in form.options.required:
        if key in given and given[key] is None:
            checked.add(INVALID, options.at(key), f"{form.name}.{key} is empty", on_key=True)
    report.findings.extend(checked.findings)
    return None if any(finding.rule == INVALID for finding in checked.findings) else options


def _mapping(form: Form, given: Cursor) -> Cursor:
    """Returns the options; what stands alone is the value of the one option that may."""
    value = given.value
    if form.lone is not None and value is not None and (given.is_expression or not isinstance(value, (dict, list))):
        return Cursor(given.entry, {form.lone: value}, given.references, parent=given.parent, key=given.key)
    if value is None:
        return Cursor(given.entry, {}, given.references, parent=given.parent, key=given.key)
    return given


def _wording(form: Form, options: Cursor) -> Wording:
    depth = len(options.pointer()) - 1

    def name(place: Cursor) -> str:
        return ".".join(map(str, place.pointer()[depth:]))

    return Wording(INVALID, UNKNOWN, f"the short form {form.name}", name)


def extensions_schema() -> dict[str, Data]:
    """Returns the JSON Schema of `x-specforge-integration`: one key, the short form, with its options."""
    forms = [form for form in map(find, names()) if form is not None]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "x-specforge-integration",
        "description": "What an operation does, in short: one key, the short form, with its options.",
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": False,
        "properties": {form.name: _form_schema(form) for form in forms},
    }


def _form_schema(form: Form) -> dict[str, Data]:
    kinds = " and ".join(f"{kind.value.upper()} APIs" for kind in form.kinds)
    whole = {**shape_schema(form.options), "description": f"{form.summary} For {kinds}."}
    if form.lone is None:
        return whole
    alone = shape_schema(form.options.fields[form.lone])
    types = alone["type"] if isinstance(alone["type"], list) else [alone["type"]]
    alone["type"] = [kind for kind in types if kind != "object"]
    return {"description": whole.pop("description"), "anyOf": [alone, dict(EXPRESSION), whole]}
