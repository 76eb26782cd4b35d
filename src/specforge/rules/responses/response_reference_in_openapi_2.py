"""Checks, under --import-as-is, that an OpenAPI 2.0 document refers to no shared response.

## Why is this bad?
API Gateway does not read `responses` at the root of an OpenAPI 2.0 document. specforge writes the response in place.

## Examples
```yaml as-is
swagger: '2.0'
paths:
  /orders:
    get:
      responses:
        '404': {$ref: '#/responses/Missing'}  # error: "#/responses/Missing"
responses:
  Missing: {description: no such order}
```
```yaml as-is
swagger: '2.0'
paths:
  /orders:
    get:
      responses:
        '404': {description: no such order, schema: {$ref: '#/definitions/Error'}}
definitions: {Error: {type: object}}
```
```yaml
swagger: '2.0'
paths: {/orders: {get: {responses: {'404': {$ref: '#/responses/Missing'}}}}}
responses: {Missing: {description: no such order}}
```

## References
- keys: resp-root-ref
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
"""

from __future__ import annotations

from specforge.document import Cursor
from specforge.rules.rule import AS_IS, REST, WARNING, Context, Findings, Found, Raw, rule


@rule(on=Raw("$ref"), severity=WARNING, since="0.1", kinds=(REST,), needs=AS_IS)
def check(reference: Cursor, context: Context) -> Findings:
    target = reference.value
    if context.as_is and isinstance(target, str) and target.startswith("#/responses/"):
        yield Found(reference, f"$ref is {target}, which API Gateway does not read; the response must stand in place")
