"""Checks that no operation asks for the header X-HTTP-Method-Override.

## Why is this bad?
API Gateway itself obeys the header: the request is routed as the other method and never reaches this one.

## Examples
```yaml
paths:
  /orders:
    post:
      parameters:
        - {name: X-HTTP-Method-Override, in: header, schema: {type: string}}  # error: "X-HTTP-Method-Override"
      responses: {'200': {description: ok}}
```
```yaml
paths:
  /orders:
    post:
      parameters:
        - {name: X-HTTP-Method-Override, in: query, schema: {type: string}}
        - {name: X-Other, in: header, schema: {type: string}}
      responses: {'200': {description: ok}}
```

## References
- keys: imp-method-override-header
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
"""

from __future__ import annotations

from specforge.ir import Parameter
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Parameter, severity=WARNING, since="0.1", kinds=(REST,), needs="verride")
def check(parameter: Parameter, context: Context) -> Findings:
    if parameter.location == "header" and parameter.name.lower() == "x-http-method-override":
        yield Found(parameter.origin, f"API Gateway obeys {parameter.name} itself; it must not be a parameter")
