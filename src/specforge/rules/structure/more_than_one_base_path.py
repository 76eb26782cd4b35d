"""Checks that the servers agree about the base path.

## Why is this bad?
API Gateway takes the first server variable called basePath that it finds and ignores the others.

## Examples
```yaml
servers:
  - url: https://orders.example.com/{basePath}
    variables: {basePath: {default: v1}}
  - url: https://test.orders.example.com/{basePath}
    variables:
      basePath: {default: v2}  # error: "v2"
paths: {}
```
```yaml
servers:
  - url: https://orders.example.com/{basePath}
    variables: {basePath: {default: v1}}
  - url: https://test.orders.example.com/{basePath}
    variables: {basePath: {default: v1}}
paths: {}
```

## References
- keys: struct-basepath-multiple
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-import-api-basePath.html
"""

from __future__ import annotations

from specforge.ir import Api
from specforge.rules.rule import WARNING, Context, Findings, Found, rule

NAME = "basePath"


@rule(on=Api, severity=WARNING, since="0.1", needs="basePath")
def check(api: Api, context: Context) -> Findings:
    first: str | None = None
    for server in api.servers:
        path = server.variables.get(NAME)
        if first is None:
            first = path
        elif path not in (None, first):
            message = f"the base path is {path} here and {first} in an earlier server, which is the one that counts"
            yield Found(server.origin.at("variables", NAME, "default"), message)
