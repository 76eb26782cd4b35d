"""Tells that API Gateway reads only the first server of a document.

## Why is this bad?
The endpoint configuration of a further server is ignored. specforge writes the first server alone into the import
document, so this is said of documents that are imported as they are.

## Examples
```yaml as-is
servers:
  - url: https://orders.example.com
  - url: https://test.orders.example.com  # error: "first"
paths: {}
```
```yaml
servers:
  - url: https://orders.example.com
  - url: https://test.orders.example.com
paths: {}
```
```yaml as-is
servers: [{url: /}]
paths: {}
```
```yaml as-is
swagger: '2.0'
host: a.example.com
schemes: [http, https]
paths: {}
```

## References
- keys: struct-multiple-servers
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-endpoint-configuration.html
"""

from __future__ import annotations

from specforge.ir import Api
from specforge.rules.rule import AS_IS, WARNING, Context, Findings, Found, rule


@rule(on=Api, severity=WARNING, since="0.1", needs=AS_IS)
def check(api: Api, context: Context) -> Findings:
    if context.as_is and len(api.servers) > 1 and not api.swagger:
        yield Found(
            api.servers[1].origin,
            f"there are {len(api.servers)} servers; API Gateway reads the first only",
            aws_message="More than one server provided. Ignoring all but the first for defining endpoint configuration",
        )
