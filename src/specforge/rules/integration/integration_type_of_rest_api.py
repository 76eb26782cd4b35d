"""Checks that an integration of an HTTP API is of a type that HTTP APIs have.

## Why is this bad?
API Gateway drops the integration with a warning in the import's log, and the route has no backend.

## Examples
```yaml http
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock  # error: "aws_proxy or http_proxy"
        requestTemplates: {application/json: '{"statusCode": 200}'}
```
```yaml http
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        payloadFormatVersion: "1.0"
```

## References
- keys: int-type-http-unsupported
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-open-api.html
"""

from __future__ import annotations

from specforge.ir import AwsService, Http, Lambda, Mock
from specforge.rules.rule import HTTP, WARNING, Context, Findings, Found, rule


@rule(on=Mock | Http | Lambda | AwsService, severity=WARNING, since="0.1", kinds=(HTTP,))
def check(integration: Mock | Http | Lambda | AwsService, context: Context) -> Findings:
    message = f"type is {integration.declared_type}; on an HTTP API it must be aws_proxy or http_proxy"
    yield Found(integration.origin.at("type"), message)
