"""Checks that an integration that passes no body through has a template.

## Why is this bad?
With `never` and no request template API Gateway answers every request 415, also those without a body.

## Examples
```yaml
paths:
  /orders:
    post:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: POST
        uri: https://orders.example.com
        passthroughBehavior: never  # error: "415"
        responses: {default: {statusCode: '200'}}
```
```yaml
paths:
  /orders:
    post:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: POST
        uri: https://orders.example.com
        passthroughBehavior: never
        responses: {default: {statusCode: '200'}}
        requestTemplates: {application/json: $input.body}
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http, httpMethod: POST, uri: 'https://orders.example.com'}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: http, httpMethod: POST, uri: 'https://orders.example.com', passthroughBehavior: when_no_match}}}
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http, httpMethod: POST, uri: 'https://orders.example.com', passthroughBehavior: never, requestTemplates: {}}}}  # error: "415"
```

## References
- keys: int-passthrough-no-template
- https://docs.aws.amazon.com/apigateway/latest/developerguide/integration-passthrough-behaviors.html
"""

from __future__ import annotations

import re

from specforge.ir import AwsService, Http, Lambda
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule

NEVER = re.compile("never", re.IGNORECASE)


@rule(on=Lambda | AwsService | Http, severity=WARNING, since="0.1", kinds=(REST,))
def check(integration: Lambda | AwsService | Http, context: Context) -> Findings:
    behavior, templates = integration.passthrough_behavior, integration.origin.at("requestTemplates")
    if behavior is None or not behavior.matches(NEVER):
        return
    if templates is integration.origin or templates.value == {}:
        message = "passthroughBehavior is never and there is no request template: every request is answered 415"
        yield Found(integration.origin.at("passthroughBehavior"), message)
