"""Checks that credentials are not allowed for every origin.

## Why is this bad?
Browsers refuse `*` together with credentials, so that the call fails for everybody.

## Examples
```yaml
paths:
  /orders:
    put:
      responses: {'200': {description: ok, headers: {Access-Control-Allow-Origin: {schema: {type: string}}, Access-Control-Allow-Credentials: {schema: {type: string}}}}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: PUT
        uri: https://orders.example.com
        responses:
          default:
            statusCode: '200'
            responseParameters:
              method.response.header.Access-Control-Allow-Origin: "'*'"
              method.response.header.Access-Control-Allow-Credentials: "'true'"  # error: "explicit origin"
```
```yaml
paths:
  /orders:
    put:
      responses: {'200': {description: ok, headers: {Access-Control-Allow-Origin: {schema: {type: string}}, Access-Control-Allow-Credentials: {schema: {type: string}}}}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: PUT
        uri: https://orders.example.com
        responses:
          default:
            statusCode: '200'
            responseParameters:
              method.response.header.Access-Control-Allow-Origin: "'https://app.example.com'"
              method.response.header.Access-Control-Allow-Credentials: "'true'"
          5..: {statusCode: '200', responseParameters: {method.response.header.Access-Control-Allow-Origin: "'*'"}}
```

## References
- keys: cors-credentials-wildcard-rest
- https://fetch.spec.whatwg.org/#cors-protocol-and-credentials
"""

from __future__ import annotations

from specforge.ir import IntegrationResponse
from specforge.rules.cors_headers import static
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=IntegrationResponse, severity=WARNING, since="0.1", kinds=(REST,))
def check(response: IntegrationResponse, context: Context) -> Findings:
    values = {mapping.target.lower(): mapping for mapping in response.parameters}
    origin = values.get("method.response.header.access-control-allow-origin")
    credentials = values.get("method.response.header.access-control-allow-credentials")
    if origin is None or credentials is None:
        return
    if static(origin.value) == "*" and static(credentials.value) == "true":
        message = "credentials are allowed for the origin *; they need an explicit origin"
        yield Found(credentials.origin, message)
