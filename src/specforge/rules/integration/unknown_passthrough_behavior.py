"""Checks that passthroughBehavior is one of the three that exist.

## Why is this bad?
The import of the API fails.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: POST
        uri: https://orders.example.com
        passthroughBehavior: when_no_template  # error: "did you mean when_no_templates?"
        responses: {default: {statusCode: '200'}}
```
```yaml fixed
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: POST
        uri: https://orders.example.com
        passthroughBehavior: when_no_templates
        responses: {default: {statusCode: '200'}}
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: POST
        uri: https://orders.example.com
        passthroughBehavior: WHEN_NO_TEMPLATES
        responses: {default: {statusCode: '200'}}
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http, httpMethod: GET, uri: 'https://orders.example.com'}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: http, httpMethod: GET, uri: 'https://orders.example.com', passthroughBehavior: !Ref Behavior}}}
```

## References
- keys: int-passthrough-invalid
- https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
"""

from __future__ import annotations

from specforge.document.extensions import PASSTHROUGH_BEHAVIORS
from specforge.ir import FullIntegration
from specforge.rules.rule import ERROR, REST, Context, Findings, rule
from specforge.rules.words import unknown_word


@rule(on=FullIntegration, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,), needs="passthroughBehavior")
def check(integration: FullIntegration, context: Context) -> Findings:
    at, behavior = integration.origin.at("passthroughBehavior"), integration.passthrough_behavior
    yield from unknown_word(at, behavior, PASSTHROUGH_BEHAVIORS, name="passthroughBehavior", any_case=True)
