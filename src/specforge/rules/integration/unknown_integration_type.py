"""Checks that an integration's type is one that API Gateway has.

## Why is this bad?
The import of the API fails, or the method stays without a backend.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws-proxy  # error: "aws_proxy, http, http_proxy or mock"
```
```yaml fixed
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws_proxy
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: !Ref Type}}}
  /b: {get: {x-amazon-apigateway-integration: !Ref Integration}}
  /c: {get: {x-amazon-apigateway-integration: {$ref: '#/missing'}}}
  /d: {get: {x-amazon-apigateway-integration: mock}}
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {httpMethod: GET}}}  # error: "no type"
```

## References
- keys: int-type-missing, int-type-invalid
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html
"""

from __future__ import annotations

from specforge.document import Cursor
from specforge.document.extensions import INTEGRATION_TYPES
from specforge.rules.rule import ERROR, Context, Findings, Found, Raw, rule
from specforge.rules.words import unknown_word
from specforge.spelling import listed


@rule(on=Raw("x-amazon-apigateway-integration"), severity=ERROR, stops="gateway", since="0.1")
def check(integration: Cursor, context: Context) -> Findings:
    if not isinstance(integration.value, dict) or integration.is_expression:
        return
    integration = integration.follow()
    kind = integration.text("type")
    if kind is not None:
        yield from unknown_word(integration.at("type"), kind, INTEGRATION_TYPES, name="type", any_case=True)
    elif integration.get("$ref") is None:
        wanted = listed(INTEGRATION_TYPES)
        yield Found(integration, f"the integration has no type; it must be {wanted}", on_key=True)
