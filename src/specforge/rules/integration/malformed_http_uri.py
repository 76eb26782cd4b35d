"""Checks that the URI of an HTTP integration is an http or https URL.

## Why is this bad?
The import of the API fails. The protocol has to stand there literally; a stage variable cannot be it.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: orders.example.com  # error: "https://"
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://${stageVariables.host}/orders
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: http, uri: !Ref Uri}}}
```
```yaml http
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, connectionType: VPC_LINK, uri: 'arn:aws:x'}}}
```
```yaml http
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, uri: 'arn:aws:x'}}}  # error: "https://"
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, connectionType: VPC_LINK, uri: 'arn:aws:x'}}}  # error: "https://"
```

## References
- keys: int-uri-http-format
- https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
- https://docs.aws.amazon.com/apigateway/latest/developerguide/aws-api-gateway-stage-variables-reference.html
"""

from __future__ import annotations

from specforge.ir import Http, HttpProxy, Kind, Text
from specforge.rules.rule import ERROR, Context, Findings, Found, rule


@rule(on=HttpProxy | Http, severity=ERROR, stops="gateway", since="0.1")
def check(integration: HttpProxy | Http, context: Context) -> Findings:
    uri = integration.uri
    if uri is None or _is_url(uri) is not False or _is_private_http(integration, context):
        return
    yield Found(
        integration.origin.at("uri"),
        f"uri is {uri}; it must start with http:// or https://",
        aws_message="Invalid HTTP endpoint specified for URI",
    )


def _is_url(uri: Text) -> bool | None:
    answers = (uri.startswith("http://"), uri.startswith("https://"))
    if True in answers:
        return True
    return None if None in answers else False


def _is_private_http(integration: HttpProxy | Http, context: Context) -> bool:
    """Tells whether an HTTP API reaches a listener or a Cloud Map service by its ARN."""
    return context.api.kind is Kind.HTTP and integration.connection.type is not None
