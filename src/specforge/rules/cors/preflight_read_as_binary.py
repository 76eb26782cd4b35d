"""Checks that a mock preflight can read its request where all media types are binary.

## Why is this bad?
With the binary type `*/*` the mock integration is reported to answer 500, for its template reads text. UNCONFIRMED by AWS.

## Examples
```yaml
x-amazon-apigateway-binary-media-types: ['*/*']
paths:
  /orders:
    options:
      responses: {'200': {description: ok, headers: {Access-Control-Allow-Origin: &text {schema: {type: string}}, Access-Control-Allow-Methods: *text, Access-Control-Allow-Headers: *text}}}
      x-amazon-apigateway-integration:  # error: "CONVERT_TO_TEXT"
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses:
          default:
            statusCode: '200'
            responseParameters:
              method.response.header.Access-Control-Allow-Origin: "'https://app.example.com'"
              method.response.header.Access-Control-Allow-Methods: "'GET,OPTIONS'"
              method.response.header.Access-Control-Allow-Headers: "'Authorization'"
```
```yaml
x-amazon-apigateway-binary-media-types: ['*/*']
paths:
  /orders:
    options:
      responses: {'200': {description: ok, headers: {Access-Control-Allow-Origin: &text {schema: {type: string}}, Access-Control-Allow-Methods: *text, Access-Control-Allow-Headers: *text}}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        contentHandling: CONVERT_TO_TEXT
        responses:
          default:
            statusCode: '200'
            responseParameters:
              method.response.header.Access-Control-Allow-Origin: "'https://app.example.com'"
              method.response.header.Access-Control-Allow-Methods: "'GET,OPTIONS'"
              method.response.header.Access-Control-Allow-Headers: "'Authorization'"
    get: {x-amazon-apigateway-integration: {type: mock}}
  /items:
    options: {x-amazon-apigateway-integration: {type: http_proxy}}
```

## References
- keys: cors-binary-star
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-workflow.html
"""

from __future__ import annotations

from specforge.ir import Mock, Operation
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Operation, severity=WARNING, since="0.1", kinds=(REST,), needs="options")
def check(operation: Operation, context: Context) -> Findings:
    integration = operation.integration
    if operation.method != "OPTIONS" or not isinstance(integration, Mock) or integration.content_handling is not None:
        return
    if any(kind.literal == "*/*" for kind in context.api.binary_media_types):
        message = "every body is binary, which a mock may fail to read; contentHandling must be CONVERT_TO_TEXT"
        yield Found(integration.origin, message, on_key=True)
