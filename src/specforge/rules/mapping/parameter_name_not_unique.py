"""Checks that an operation's parameters have different names, wherever they stand.

## Why is this bad?
API Gateway keeps query, header and path parameters of a method under one name each; the import fails.

## Examples
```yaml
paths:
  /orders/{id}:
    get:
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: id, in: query, schema: {type: string}}  # error: "path"
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
        - {name: ID, in: query, schema: {type: string}}
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
```
```yaml
paths:
  '/{id}': {get: {parameters: [{name: id, in: cookie}]}}
```

## References
- keys: param-name-unique
- https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html
"""

from __future__ import annotations

from specforge.ir import Operation, Parameter
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=Operation, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(operation: Operation, context: Context) -> Findings:
    first: dict[str, Parameter] = {}
    ordered = sorted(operation.parameters, key=lambda parameter: parameter.declared)
    for parameter in ordered:
        if parameter.location == "cookie":
            continue
        name = parameter.name.removesuffix("+")
        earlier = first.setdefault(name, parameter)
        if earlier.location != parameter.location:
            yield Found(
                parameter.origin.at("name"),
                f"{operation} has a {parameter.location} and a {earlier.location} parameter called {name}; they must "
                "have different names",
                aws_message="Parameter names must be unique across querystring, header and path",
            )
