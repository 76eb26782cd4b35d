"""Checks that payloadFormatVersion is one that the integration can have.

## Why is this bad?
The import of the API fails.

## Examples
```yaml http
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        payloadFormatVersion: '2.0'  # error: "must be 1.0"
```
```yaml fixed
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        payloadFormatVersion: '1.0'
```
```yaml http
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com'}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com', payloadFormatVersion: !Ref Version}}}
```

## References
- keys: int-payload-version-invalid
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
"""

from __future__ import annotations

from specforge.ir import HttpProxy, LambdaProxy, ServiceProxy
from specforge.rules.fixes import replacing
from specforge.rules.rule import ERROR, HTTP, Context, Findings, Found, rule

AWS_SAYS = {"2.0": "PayloadFormatVersion 2.0 is not supported for integration of type HTTP_PROXY"}


@rule(on=LambdaProxy | HttpProxy | ServiceProxy, severity=ERROR, stops="gateway", since="0.1", kinds=(HTTP,))
def check(integration: LambdaProxy | HttpProxy | ServiceProxy, context: Context) -> Findings:
    version = integration.payload_format_version
    literal = version.literal if version is not None else None
    versions = ("1.0", "2.0") if isinstance(integration, LambdaProxy) else ("1.0",)
    if literal is None or literal in versions:
        return
    says = AWS_SAYS.get(literal, f"Unsupported PayloadFormatVersion: {literal}")
    message = f"payloadFormatVersion is {literal}; here it must be {' or '.join(versions)}"
    at = integration.origin.at("payloadFormatVersion")
    meant = versions[0] if len(versions) == 1 else f"{literal}.0"
    yield Found(at, message, aws_message=says, fix=replacing(at, meant) if meant in versions else None)
