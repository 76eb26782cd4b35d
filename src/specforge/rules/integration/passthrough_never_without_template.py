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

## References
- keys: int-passthrough-no-template
- https://docs.aws.amazon.com/apigateway/latest/developerguide/integration-passthrough-behaviors.html
"""

from __future__ import annotations

from specforge.ir import AwsService, Http, Lambda
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Lambda | AwsService | Http, severity=WARNING, since="0.1", kinds=(REST,))
def check(integration: Lambda | AwsService | Http, context: Context) -> Findings:
    behavior = integration.passthrough_behavior
    absent = integration.origin.at("requestTemplates") is integration.origin
    if behavior is None or (behavior.literal or "").lower() != "never" or integration.request_templates:
        return
    if absent or integration.origin.at("requestTemplates").value == {}:
        message = "passthroughBehavior is never and there is no request template: every request is answered 415"
        yield Found(integration.origin.at("passthroughBehavior"), message)
