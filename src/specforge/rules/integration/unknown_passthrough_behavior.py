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
from specforge.rules.fixes import respelling
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule
from specforge.spelling import did_you_mean


@rule(on=FullIntegration, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,), needs="passthroughBehavior")
def check(integration: FullIntegration, context: Context) -> Findings:
    behavior = integration.passthrough_behavior
    if behavior is None or behavior.literal is None or behavior.literal.lower() in PASSTHROUGH_BEHAVIORS:
        return
    listed = "when_no_match, when_no_templates or never"
    hint = did_you_mean(behavior.literal.lower(), PASSTHROUGH_BEHAVIORS)
    at = integration.origin.at("passthroughBehavior")
    fix = respelling(at, behavior.literal, PASSTHROUGH_BEHAVIORS, any_case=True)
    yield Found(at, f"passthroughBehavior is {behavior}; it must be {listed}{hint}", fix=fix)
