"""Checks that OpenAPI 2.0 documents secure their operations one by one.

## Why is this bad?
API Gateway does not apply the security of the root of an OpenAPI 2.0 document: the methods deploy open when the document is imported unchanged. specforge writes it on every operation.

## Examples
```yaml
swagger: '2.0'
security:  # error: "root"
  - key: []
securityDefinitions:
  key: {type: apiKey, name: x-api-key, in: header}
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
```
```yaml
swagger: '2.0'
securityDefinitions:
  key: {type: apiKey, name: x-api-key, in: header}
paths:
  /orders:
    get:
      security:
        - key: []
      responses: {'200': {description: ok}}
```

## References
- keys: auth-root-security-swagger2
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
"""

from __future__ import annotations

from specforge.ir import Api
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Api, severity=WARNING, since="0.1", kinds=(REST,), needs="swagger")
def check(api: Api, context: Context) -> Findings:
    if api.swagger and api.security and any(operation.security_inherited for operation in api.operations):
        yield Found(
            api.origin.at("security"),
            "the root's security is not applied by API Gateway in OpenAPI 2.0; it must stand on each operation",
            on_key=True,
        )
