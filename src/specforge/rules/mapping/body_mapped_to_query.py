"""Checks that the body is not mapped to a query parameter.

## Why is this bad?
An address is bounded, a body much less so; and addresses end up in logs.

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
        responses: {default: {statusCode: '200'}}
        requestParameters:
          integration.request.querystring.q: method.request.body  # error: "body"
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
        responses: {default: {statusCode: '200'}}
        requestParameters:
          integration.request.header.X-Name: method.request.body.name
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http, uri: 'https://orders.example.com', requestParameters: {integration.request.querystring.q: context.requestId, integration.request.querystring.r: !Ref Value}}}}
```

## References
- keys: map-body-in-query
- https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html
"""

from __future__ import annotations

from specforge.ir import FullIntegration
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule

TARGETS = ("integration.request.querystring.", "integration.request.multivaluequerystring.")


@rule(on=FullIntegration, severity=WARNING, since="0.1", kinds=(REST,), needs="method.request")
def check(integration: FullIntegration, context: Context) -> Findings:
    for mapping in integration.request_parameters:
        source = mapping.value.literal or ""
        if mapping.target.startswith(TARGETS) and (source + ".").startswith("method.request.body."):
            yield Found(mapping.origin, f"{source} is mapped to the query; the body must be sent as a body")
