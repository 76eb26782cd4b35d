"""Checks that the certificate of the backend is verified.

## Why is this bad?
API Gateway talks to whoever answers under the name, which undoes what TLS is for. AWS advises against it and means it
for private certificate authorities.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        tlsConfig:
          insecureSkipVerification: true  # error: "not verified"
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        tlsConfig:
          insecureSkipVerification: false
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com'}}}
```

## References
- keys: int-tls-skip-verify
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-extensions-integration-tls-config.html
"""

from __future__ import annotations

from specforge.ir import Http, HttpProxy
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=HttpProxy | Http, severity=WARNING, since="0.1", kinds=(REST,))
def check(integration: HttpProxy | Http, context: Context) -> Findings:
    tls = integration.tls
    if tls is not None and tls.insecure_skip_verification is True:
        yield Found(tls.origin.at("insecureSkipVerification"), "the certificate of the backend is not verified")
