"""Checks that the default of a schema has the type that the schema states.

## Why is this bad?
A client that fills in the default sends, or believes to have received, a value that the schema refuses.

## Examples
```yaml
paths:
  /orders:
    get:
      parameters:
        - {name: price, in: query, schema: {type: number, default: '101.22'}}  # error: "a number"
        - {name: paid, in: query, schema: {type: boolean, default: 1}}  # error: "a boolean"
        - {name: limit, in: query, schema: {type: integer, default: 1.5}}  # error: "an integer"
        - {name: page, in: query, schema: {type: integer, default: true}}  # error: "an integer"
        - {name: tag, in: query, schema: {type: string, default: 7}}  # error: "a string"
        - {name: note, in: query, schema: {type: string, default: null}}  # error: "null"
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com'}
```
```yaml
paths:
  /orders:
    get:
      parameters:
        - {name: price, in: query, schema: {type: number, default: 101}}
        - {name: paid, in: query, schema: {type: boolean, default: true}}
        - {name: limit, in: query, schema: {type: integer, default: 2.0}}
        - {name: tag, in: query, schema: {type: string, default: '7'}}
        - {name: note, in: query, schema: {type: string, nullable: true, default: null}}
        - {name: stage, in: query, schema: {type: string, default: {Ref: Stage}}}
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com'}
```

```yaml
paths: {}
components:
  schemas:
    Tags: {type: array, items: {type: string}, default: none}  # error: "a list"
    Order: {type: object, default: []}  # error: "an object"
    Note: {type: string, default: {text: none}}  # error: "a string"
```
```yaml plain
openapi: 3.1.0
paths: {}
components:
  schemas:
    Tag: {type: [string, 'null'], default: 7}  # error: "a string or null"
    Note: {type: [string, 'null'], default: null}
    Text: {type: [text, 'null'], default: 7}
    Part: {type: [{text: 1}, 'null'], default: 7}
```
```yaml
paths: {}
components:
  schemas:
    Tags: {type: array, items: {type: string}, default: []}
    Order: {type: object, default: {}}
    Kinds: {properties: {default: {type: array}, type: {type: string}}}
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

WORDS = {
    "string": "a string",
    "integer": "an integer",
    "number": "a number",
    "boolean": "a boolean",
    "array": "a list",
    "object": "an object",
    "null": "null",
}
TYPES: dict[type, str] = {str: "string", list: "array", dict: "object", type(None): "null"}
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
        case bool():
            return type_ == "boolean"
        case int():
            return type_ in {"integer", "number"}
        case float():
            return type_ == "number" or (type_ == "integer" and value.is_integer())
        case _:
            return type_ == TYPES[type(value)]
