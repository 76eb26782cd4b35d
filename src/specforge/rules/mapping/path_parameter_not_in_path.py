"""Checks that a path parameter occurs in the path.

## Why is this bad?
OpenAPI forbids it, and there is nothing that it could be read from. No refusal by API Gateway is confirmed; a request
that must have the parameter cannot pass the validation.

## Examples
```yaml
paths:
  /orders:
    get:
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}  # error: "{id}"
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
```
```yaml
paths:
  /orders/{id}:
    get:
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
```
```yaml
paths:
  '/{proxy+}': {get: {parameters: [{name: proxy, in: path}]}, put: {parameters: [{name: '', in: path}]}}
```

## References
- keys: param-path-extra
- https://spec.openapis.org/oas/v3.0.3#parameter-object
"""

from __future__ import annotations

from specforge.ir import Operation
from specforge.rules.rule import EVERY_KIND, WARNING, Context, Findings, Found, rule


@rule(on=Operation, severity=WARNING, since="0.1", kinds=EVERY_KIND)
def check(operation: Operation, context: Context) -> Findings:
    for parameter in operation.parameters_in("path"):
        name = parameter.name.removesuffix("+")
        if name and parameter.declared and f"{{{name}}}" not in operation.path and f"{{{name}+}}" not in operation.path:
            message = f"{name} is a path parameter, but {operation.path} has no {{{name}}}"
            yield Found(parameter.origin.at("name"), message)
