"""Checks that the variables of a path are declared as parameters.

## Why is this bad?
OpenAPI asks for it, and clients and documentation have nothing to say about the variable. A REST API takes it all the
same. A greedy variable, which is AWS's own, is let pass.

## Examples
```yaml
paths:
  /orders/{id}:
    get:  # error: "{id}"
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com'}
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
  '/{proxy+}':
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com'}
```

```yaml
paths:
  /orders/{id}:
    parameters:
      - $ref: '#/components/parameters/Gone'  # may declare it
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com'}
```

## References
- keys: param-path-undeclared
- https://spec.openapis.org/oas/v3.0.3#path-templating
"""

from __future__ import annotations

from collections.abc import Iterator

from specforge.diagnostics import Origin
from specforge.document import Cursor
from specforge.ir import Operation
from specforge.rules.rule import EVERY_KIND, WARNING, Context, Findings, Found, rule


@rule(on=Operation, severity=WARNING, since="0.1", kinds=EVERY_KIND)
def check(operation: Operation, context: Context) -> Findings:
    for parameter in operation.parameters_in("path"):
        if parameter.declared or f"{{{parameter.name}+}}" in operation.path or _holds_lost_reference(operation):
            continue
        message = f"the path has {{{parameter.name}}}, which {operation} does not declare; it must be a parameter"
        yield Found(operation.origin, message, on_key=True)


def _holds_lost_reference(operation: Operation) -> bool:
    """Tells whether the operation or a parameter that counts for it is a `$ref` that leads nowhere."""
    return any(isinstance(node.value, dict) and "$ref" in node.value for node in _written(operation.origin))


def _written(operation: Origin) -> Iterator[Origin]:
    yield operation
    for holder in (operation, operation.parent):
        parameters = holder.get("parameters") if isinstance(holder, Cursor) else None
        if parameters is not None:
            yield from (element.follow() for element in parameters.elements())
