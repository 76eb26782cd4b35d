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

## References
- https://spec.openapis.org/oas/v3.0.3#properties
"""

from __future__ import annotations

import json

from specforge.document import Cursor
from specforge.rules.rule import EVERY_KIND, WARNING, Context, Findings, Found, Raw, rule
from specforge.source import Data

WORDS = {"string": "a string", "integer": "an integer", "number": "a number", "boolean": "a boolean"}
MOST_SHOWN = 60


@rule(on=Raw("default"), severity=WARNING, since="0.1", kinds=EVERY_KIND)
def check(default: Cursor, context: Context) -> Findings:
    schema = default.parent.value if default.parent is not None else None
    if not isinstance(schema, dict):
        return
    wanted = schema.get("type")
    if not isinstance(wanted, str) or wanted not in WORDS or isinstance(default.value, dict):
        return
    nullable = default.value is None and (schema.get("nullable") is True or schema.get("x-nullable") is True)
    if not nullable and not _fits(default.value, wanted):
        shown = json.dumps(default.value)[:MOST_SHOWN]
        yield Found(default, f"default is {shown}; it must be {WORDS[wanted]}")


def _fits(value: Data, type_: str) -> bool:
    match value:
        case bool():
            return type_ == "boolean"
        case str():
            return type_ == "string"
        case int():
            return type_ in {"integer", "number"}
        case float():
            return type_ == "number" or (type_ == "integer" and value.is_integer())
        case _:
            return False
