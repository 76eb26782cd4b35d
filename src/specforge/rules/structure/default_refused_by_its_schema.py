"""Checks that the default of a schema is one of its values and lies within its bounds.

## Why is this bad?
A client that fills in the default sends a value that the schema refuses.

## Examples
```yaml
paths: {}
components:
  schemas:
    Status: {type: string, enum: [open, paid], default: opn}  # error: "it must be open or paid; did you mean open?"
    Digit: {type: string, enum: ['1', '2', '3', '4', '5', '6', '7', '8'], default: '9'}  # error: "7 or 8"
    Letter: {type: string, enum: [a, b, c, d, e, f, g, h, i], default: j}  # error: "one of the values of enum"
    Page: {type: integer, minimum: 1, default: 0}  # error: "at least 1"
    Limit: {type: integer, maximum: 100, default: 101}  # error: "at most 100"
    Name: {type: string, minLength: 1, default: ''}  # error: "at least 1"
    Code: {type: string, maxLength: 2, default: abc}  # error: "at most 2"
    Tags: {type: array, items: {type: string}, minItems: 1, default: []}  # error: "at least 1"
    Kinds: {type: array, items: {type: string}, maxItems: 1, default: [a, b]}  # error: "at most 1"
```
```yaml
paths: {}
components:
  schemas:
    Kind: {type: string, nullable: true, enum: [open], default: null}
    Page: {type: integer, minimum: 1, maximum: 1, default: 1}
    Paid: {type: boolean, minimum: 2, default: true}
    Name: {type: string, minLength: 2, maxLength: 2, default: ab}
    Tags: {type: array, items: {type: string}, minItems: 1, maxItems: 1, default: [a]}
    Stage: {type: string, enum: [dev, prod], default: {Ref: Stage}}
    Loose: {type: integer, minimum: low, default: 0}
```

## References
- https://spec.openapis.org/oas/v3.0.3#properties
"""

from __future__ import annotations

import json

from specforge.document import Cursor
from specforge.rules.rule import EVERY_KIND, WARNING, Context, Findings, Found, Raw, rule
from specforge.source import Data
from specforge.spelling import did_you_mean, listed

MOST_LISTED = 8


@rule(on=Raw("default"), severity=WARNING, since="0.1", kinds=EVERY_KIND)
def check(default: Cursor, context: Context) -> Findings:
    schema = default.parent.value if default.parent is not None else None
    if not isinstance(schema, dict) or not isinstance(schema.get("type"), str | list) or default.is_expression:
        return
    values, value = schema.get("enum"), default.value
    if isinstance(values, list) and value is not None and value not in values:
        yield Found(default, f"default is {json.dumps(value)}; it must be {_wanted(value, values)}")
    for words, size, bounds in _measures(value):
        for key, least in bounds:
            bound = schema.get(key)
            if isinstance(bound, int | float) and (size < bound if least else size > bound):
                yield Found(default, f"{words} {size}; {key} asks for at {'least' if least else 'most'} {bound}")


def _wanted(value: Data, values: list[Data]) -> str:
    words = [one if isinstance(one, str) else json.dumps(one) for one in values]
    hint = did_you_mean(value, words) if isinstance(value, str) else ""
    return f"{listed(words) if len(words) <= MOST_LISTED else 'one of the values of enum'}{hint}"


def _measures(value: Data) -> list[tuple[str, float, tuple[tuple[str, bool], ...]]]:
    """Returns what of a default is bounded: words, its size, and the keywords that bound it, the lower first."""
    match value:
        case int() | float() if not isinstance(value, bool):
            return [("default is", value, (("minimum", True), ("maximum", False)))]
        case str():
            return [("the length of the default is", len(value), (("minLength", True), ("maxLength", False)))]
        case list():
            return [("the number of entries of the default is", len(value), (("minItems", True), ("maxItems", False)))]
    return []
