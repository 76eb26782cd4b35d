"""Tells that minItems and maxItems of a validated body have no effect.

## Why is this bad?
The request validation of API Gateway does not count the items of a list; the backend must.

## Examples
```yaml
x-amazon-apigateway-request-validators: {body: {validateRequestBody: true}}
paths:
  /orders:
    post:
      x-amazon-apigateway-request-validator: body
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Lines'}}}}
      responses: {'200': {description: ok}}
components:
  schemas:
    Lines:
      type: array
      items: {type: string}
      minItems: 1  # error: "minItems"
```
```yaml
x-amazon-apigateway-request-validators: {body: {validateRequestBody: true}}
paths:
  /orders:
    post:
      x-amazon-apigateway-request-validator: body
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Lines'}}}}
      responses: {'200': {description: ok}}
components:
  schemas:
    Lines: {type: array, items: {type: string}, uniqueItems: true}
```
```yaml
x-amazon-apigateway-request-validators: {parameters: {validateRequestParameters: true}}
paths:
  /orders:
    get: {responses: {'200': {description: ok}}}
    put: {requestBody: &body {content: {application/json: {schema: {type: array, items: {}, minItems: 1}}}}}
    post: {x-amazon-apigateway-request-validator: parameters, requestBody: *body}
```

## References
- keys: model-minmaxitems
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
"""

from __future__ import annotations

from collections.abc import Iterator

from specforge.ir import Array, Named, Operation, Schema
from specforge.ir.walk import walk_schema
from specforge.rules.rule import INFO, REST, Context, Findings, Found, rule


@rule(on=Operation, severity=INFO, since="0.1", kinds=(REST,), needs="Items")
def check(operation: Operation, context: Context) -> Findings:
    validator = context.api.validators.get(operation.validator or "")
    if operation.body is None or validator is None or not validator.validate_body:
        return
    bodies = [content.schema for content in operation.body.content if content.schema is not None]
    for array in _arrays(bodies, context):
        for key, bound in (("minItems", array.min_items), ("maxItems", array.max_items)):
            if bound:
                message = f"{key} is {bound}, which request validation does not check"
                yield Found(array.origin.at(key), message, on_key=True)


def _arrays(schemas: list[Schema], context: Context) -> Iterator[Array]:
    open_, seen = list(schemas), set[str]()
    while open_:
        for node in walk_schema(open_.pop()):
            if isinstance(node, Array):
                yield node
            elif isinstance(node, Named) and node.name not in seen:
                seen.add(node.name)
                if node.name in context.api.schemas:
                    open_.append(context.api.schemas[node.name])
