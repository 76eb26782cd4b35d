"""Checks that an extension holds only properties that API Gateway knows.

## Why is this bad?
API Gateway ignores a property that it does not know, so a misspelt one is lost without a word.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        passThroughBehavior: never  # error: "did you mean passthroughBehavior?"
```
```yaml fixed
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        passthroughBehavior: never
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        passthroughBehavior: never
        requestTemplates: {application/json: $input.body}
    put: {x-amazon-apigateway-integration: !Transform {Name: Other}, x-amazon-apigateway-unheard-of: {a: b}}
    post: {x-amazon-apigateway-integration: {Ref: Integration}}
x-amazon-apigateway-request-validators: {body: {validateRequestBody: true}}
```

## References
- keys: struct-unknown-extension
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html
"""

from __future__ import annotations

from specforge.document import Cursor
from specforge.document.extensions import EXTENSIONS
from specforge.rules.fixes import renaming_to_near
from specforge.rules.rule import WARNING, Context, Findings, Found, Raw, rule
from specforge.spelling import did_you_mean


@rule(on=Raw("x-amazon-*"), severity=WARNING, since="0.1")
def check(extension: Cursor, context: Context) -> Findings:
    known = EXTENSIONS.get(str(extension.key))
    if known is None or known.keys is None or extension.is_expression:
        return
    for key, value in extension.follow().items():
        if key not in known.keys and not key.startswith(("x-", "$ref", "Fn::", "#", "//")):
            message = f"{extension.key} has no property {key}{did_you_mean(key, known.keys)}"
            yield Found(value, message, on_key=True, fix=renaming_to_near(value, key, known.keys))
