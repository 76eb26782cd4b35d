"""Checks that the default of a schema has the type that the schema states.

## Why is this bad?
A client that fills in the default sends, or believes to have received, a value that the schema refuses.

## Examples
```yaml
paths: {}
components:
  schemas:
    Price: {type: number, default: '101.22'}  # error: "a number"
    Paid: {type: boolean, default: 1}  # error: "a boolean"
    Limit: {type: integer, default: 1.5}  # error: "an integer"
    Page: {type: integer, default: true}  # error: "an integer"
    Tag: {type: string, default: 7}  # error: "a string"
    Note: {type: string, default: null}  # error: "null"
    Order: {type: object, default: []}  # error: "an object"
```
```yaml
paths: {}
components:
  schemas:
    Price: {type: number, default: 101}
    Limit: {type: integer, default: 2.0}
    Note: {type: string, nullable: true, default: null}
    Stage: {type: string, default: {Ref: Stage}}
    Tags: {type: array, items: {type: string}, default: []}
    Kinds: {properties: {default: {type: array}, type: {type: string}}, type: object, default: {}}
```
```yaml plain
openapi: 3.1.0
components:
  schemas:
    Tag: {type: [string, 'null'], default: 7}  # error: "a string or null"
    Note: {type: [string, 'null'], default: null}
    Text: {type: [text, 'null'], default: 7}
    Part: {type: [{text: 1}, 'null'], default: 7}
```

## References
- https://spec.openapis.org/oas/v3.0.3#properties
"""

from __future__ import annotations

import json

from specforge.document import Cursor
from specforge.rules.rule import EVERY_KIND, WARNING, Context, Findings, Found, Raw, rule
from specforge.source import Data
from specforge.spelling import listed

WORDS = {"string": "a string", "integer": "an integer", "number": "a number", "boolean": "a boolean", "null": "null"}
WORDS |= {"array": "a list", "object": "an object"}
TYPES: dict[type, str] = {str: "string", bool: "boolean", list: "array", dict: "object", type(None): "null"}
MOST_SHOWN = 60


@rule(on=Raw("default"), severity=WARNING, since="0.1", kinds=EVERY_KIND)
def check(default: Cursor, context: Context) -> Findings:
    schema = default.parent.value if default.parent is not None else None
    if not isinstance(schema, dict) or default.is_expression:
        return
    wanted = schema.get("type")
    types = wanted if isinstance(wanted, list) else [wanted]
    known = [one for one in types if isinstance(one, str) and one in WORDS]
    nullable = default.value is None and True in (schema.get("nullable"), schema.get("x-nullable"))
    if known == types and not nullable and not any(_fits(default.value, one) for one in known):
        shown = json.dumps(default.value)[:MOST_SHOWN]
        yield Found(default, f"default is {shown}; it must be {listed([WORDS[one] for one in known])}")


def _fits(value: Data, type_: str) -> bool:
    match value:
        case int() if not isinstance(value, bool):
            return type_ in {"integer", "number"}
        case float():
            return type_ == "number" or (type_ == "integer" and value.is_integer())
        case _:
            return type_ == TYPES[type(value)]
