"""Checks that a method whose parameters are validated has one that must be there.

## Why is this bad?
API Gateway checks only that required parameters are present, neither type nor value: with none there is nothing to check.

## Examples
```yaml
x-amazon-apigateway-request-validators:
  body: {validateRequestBody: true, validateRequestParameters: false}
  parameters: {validateRequestBody: false, validateRequestParameters: true}
  all: {validateRequestBody: true, validateRequestParameters: true}
paths:
  /orders:
    get:
      x-amazon-apigateway-request-validator: parameters  # error: "required"
      parameters:
        - {name: status, in: query, schema: {type: string}}
      responses: {'200': {description: ok}}
```
```yaml
x-amazon-apigateway-request-validators:
  body: {validateRequestBody: true, validateRequestParameters: false}
  parameters: {validateRequestBody: false, validateRequestParameters: true}
  all: {validateRequestBody: true, validateRequestParameters: true}
paths:
  /orders:
    get:
      x-amazon-apigateway-request-validator: parameters
      parameters:
        - {name: status, in: query, required: true, schema: {type: string}}
      responses: {'200': {description: ok}}
```
```yaml
x-amazon-apigateway-request-validators:
  body: {validateRequestBody: true, validateRequestParameters: false}
  parameters: {validateRequestBody: false, validateRequestParameters: true}
  all: {validateRequestBody: true, validateRequestParameters: true}
x-amazon-apigateway-request-validator: parameters
paths:
  /orders:
    get: {responses: {'200': {description: ok}}}
    post: {x-amazon-apigateway-request-validator: all, responses: {'200': {description: ok}}}
    put: {x-amazon-apigateway-request-validator: body, responses: {'200': {description: ok}}}
    patch: {x-amazon-apigateway-request-validator: unknown, responses: {'200': {description: ok}}}
  /orders/{id}:
    get: {x-amazon-apigateway-request-validator: parameters, responses: {'200': {description: ok}}}
```

## References
- keys: val-params-none-required
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
"""

from __future__ import annotations

from specforge.ir import Operation
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Operation, severity=WARNING, since="0.1", kinds=(REST,), needs="request-validator")
def check(operation: Operation, context: Context) -> Findings:
    validator = context.api.validators.get(operation.validator or "")
    own = operation.origin.at("x-amazon-apigateway-request-validator")
    if validator is None or not validator.validate_parameters or validator.validate_body or own is operation.origin:
        return
    if not any(parameter.required or parameter.location == "path" for parameter in operation.parameters):
        yield Found(own, f"{validator.name} validates parameters, but {operation} has none that is required")
