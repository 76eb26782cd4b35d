"""Checks that a mock integration has a request template that gives a statusCode.

## Why is this bad?
API Gateway takes the status of a mock from the template's output; without one every call answers 500.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:  # error: "statusCode"
        type: mock
        requestTemplates: {application/json: '{"status": 200}'}
        responses: {default: {statusCode: '200'}}
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: mock, requestTemplates: !Ref Templates}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: mock, requestTemplates: {application/json: !Ref Template}}}}
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: mock}}}  # error: "statusCode"
```

## References
- keys: int-mock-status
- https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html
"""

from __future__ import annotations

from specforge.ir import Mock
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=Mock, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(integration: Mock, context: Context) -> Findings:
    templates = integration.request_templates
    if any("statusCode" in str(template.body) or template.body.deferred for template in templates):
        return
    if not templates and integration.origin.at("requestTemplates") is not integration.origin:
        return
    yield Found(
        integration.origin,
        "no request template of the mock gives a statusCode; one must",
        on_key=True,
    )
