"""Checks that the document fits the schema of its OpenAPI version, for APIs that API Gateway serves.

## Why is this bad?
API Gateway deploys many documents that are no valid OpenAPI; other tools that read the document may refuse it.

## Examples
```yaml
paths:
  /orders:
    get:
      parameters:
        - {name: status, in: qery, schema: {type: string}}  # error: "qery"
      responses: {'200': {description: ok}}
```
```yaml fixed
paths:
  /orders:
    get:
      parameters:
        - {name: status, in: query, schema: {type: string}}
      responses: {'200': {description: ok}}
```
```yaml as-is
paths:
  orders: {get: {responses: {'200': {description: ok}}}}
components: {schemas: {Order: {type: object, required: []}}}
```
```yaml
paths:
  /orders: 1  # error
components: {schemas: {Order: {type: object, required: []}}}  # error
```
```yaml
paths:
  /orders: {get: {responses: {'200': {description: ok, content: {json: {foo: 1}}}}}}  # malformed-media-type
```
```yaml http
paths:
  /orders: {get: {responses: {'200': {description: ok, content: {json: {foo: 1}}}}}}  # error: "media type"
```

## References
- keys: model-oneof-swagger2, struct-title-missing, param-type-beside-schema
- https://spec.openapis.org/oas/
"""

from __future__ import annotations

from specforge.document import Document
from specforge.document.structure import violations
from specforge.ir import Kind
from specforge.rules.fixes import schema_fix
from specforge.rules.rule import WARNING, Context, Findings, Found, rule

PATH = 2
"""How long the pointer to a path is."""


@rule(on=Document, severity=WARNING, since="0.1")
def check(document: Document, context: Context) -> Findings:
    for violation in violations(document.root.value, document.version):
        if violation.on_key and violation.pointer[:1] == ("paths",) and len(violation.pointer) == PATH:
            continue  # path-without-leading-slash
        if context.api.kind is Kind.REST and violation.meant and violation.pointer[-2:-1] == ("content",):
            continue  # malformed-media-type
        if (
            context.as_is
            and violation.pointer[-1:] == ("required",)
            and violation.message.startswith("required is empty")
        ):
            continue  # required-list-empty
        at = document.root.at(*violation.pointer)
        fix = schema_fix(at, violation.options, violation.meant)
        yield Found(at, violation.message, on_key=violation.on_key, fix=fix)
