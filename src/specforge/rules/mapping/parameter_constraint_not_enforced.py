"""Tells that a request validator does not look at the values of parameters.

## Why is this bad?
A validator checks that required parameters are there; type, enum, pattern and bounds of a parameter are ignored. Said
of parameters whose schema lists values or gives a pattern and whose operation has such a validator.

## Examples
```yaml
x-amazon-apigateway-request-validators: {all: {validateRequestBody: false, validateRequestParameters: true}}
paths:
  /orders:
    get:
      x-amazon-apigateway-request-validator: all
      parameters:
        - {name: status, in: query, schema: {type: string, enum: [open, paid]}}  # error: "status"
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
```
```yaml
paths:
  /orders:
    get:
      parameters:
        - {name: status, in: query, schema: {type: string, enum: [open, paid]}}
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
```
```yaml
x-amazon-apigateway-request-validators: {all: {validateRequestParameters: true}, body: {validateRequestBody: true}}
x-amazon-apigateway-request-validator: all
paths:
  '/{id}':
    get:
      parameters:
        - {name: a, in: query, schema: {type: string}}
        - {name: b, in: cookie, schema: {enum: [x]}}
        - {name: c, in: query, schema: {type: object}}
        - {name: d, in: query}
    put: {x-amazon-apigateway-request-validator: body, parameters: [{name: a, in: query, schema: {enum: [x]}}]}
```
```yaml
x-amazon-apigateway-request-validators: {all: {validateRequestParameters: true}, body: {validateRequestBody: true}}
x-amazon-apigateway-request-validator: all
paths:
  /orders: {get: {parameters: [{name: a, in: query, schema: {type: string, pattern: x}}]}}  # error: "a is there"
```

## References
- keys: param-constraints-ignored
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
"""

from __future__ import annotations

from specforge.ir import Enum, Operation, Parameter, Scalar
from specforge.ir.walk import resolve
from specforge.rules.rule import INFO, REST, Context, Findings, Found, rule


@rule(on=Operation, severity=INFO, since="0.1", kinds=(REST,), needs="request-validator")
def check(operation: Operation, context: Context) -> Findings:
    validator = context.api.validators.get(operation.validator or "")
    if validator is None or not validator.validate_parameters:
        return
    for parameter in operation.parameters:
        if parameter.declared and parameter.location != "cookie" and _is_constrained(parameter, context):
            message = f"the validator only checks that {parameter.name} is there, not which value it has"
            yield Found(parameter.origin, message)


def _is_constrained(parameter: Parameter, context: Context) -> bool:
    schema = resolve(context.api, parameter.schema) if parameter.schema is not None else None
    return isinstance(schema, Enum) or (isinstance(schema, Scalar) and schema.bounds.pattern is not None)
