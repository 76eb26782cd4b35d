"""Checks that Access-Control-Allow-Credentials is true where it is sent.

## Why is this bad?
`true` is the only value there is; with another one the browser leaves cookies and authorization out.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok, headers: {Access-Control-Allow-Credentials: {schema: {type: string}}}}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: GET
        uri: https://orders.example.com
        responses:
          default:
            statusCode: '200'
            responseParameters:
              method.response.header.Access-Control-Allow-Credentials: "'True'"  # error: "true"
```
```yaml fixed
paths:
  /orders:
    get:
      responses: {'200': {description: ok, headers: {Access-Control-Allow-Credentials: {schema: {type: string}}}}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: GET
        uri: https://orders.example.com
        responses:
          default:
            statusCode: '200'
            responseParameters:
              method.response.header.Access-Control-Allow-Credentials: "'true'"
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok, headers: {Access-Control-Allow-Credentials: {schema: {type: string}}}}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: GET
        uri: https://orders.example.com
        responses:
          default:
            statusCode: '200'
            responseParameters:
              method.response.header.Access-Control-Allow-Credentials: "stageVariables.credentials"
  /items:
    get: &alone {x-amazon-apigateway-integration: {type: http, responses: {default: {statusCode: '200', responseParameters: {method.response.header.Access-Control-Allow-Origin: "'*'"}}}}}
```

## References
- keys: cors-credentials-value
- https://fetch.spec.whatwg.org/#http-cors-protocol
"""

from __future__ import annotations

from specforge.ir import Operation
from specforge.rules.cors_headers import cors_headers, static
from specforge.rules.fixes import replacing
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Operation, severity=WARNING, since="0.1", kinds=(REST,), needs="ontrol-")
def check(operation: Operation, context: Context) -> Findings:
    mapping = cors_headers(operation).get("access-control-allow-credentials")
    value = static(mapping.value) if mapping is not None else None
    if mapping is not None and value is not None and value != "true":
        message = f"Access-Control-Allow-Credentials is {value}; it must be true or be left out"
        fix = replacing(mapping.origin, "'true'") if value.strip().lower() == "true" else None
        yield Found(mapping.origin, message, fix=fix)
