"""Checks that a method whose body is validated has a model for its JSON.

## Why is this bad?
Without a model the validator lets every body pass.

## Examples
```yaml
x-amazon-apigateway-request-validators:
  body: {validateRequestBody: true, validateRequestParameters: false}
  parameters: {validateRequestBody: false, validateRequestParameters: true}
  all: {validateRequestBody: true, validateRequestParameters: true}
paths:
  /orders:
    post:
      x-amazon-apigateway-request-validator: body
      requestBody:
        content:
          application/json: {}  # error: "model"
      responses: {'200': {description: ok}}
    put:
      x-amazon-apigateway-request-validator: body  # error: "no body"
      responses: {'200': {description: ok}}
```
```yaml
x-amazon-apigateway-request-validators:
  body: {validateRequestBody: true, validateRequestParameters: false}
  parameters: {validateRequestBody: false, validateRequestParameters: true}
  all: {validateRequestBody: true, validateRequestParameters: true}
paths:
  /orders:
    post:
      x-amazon-apigateway-request-validator: body
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
      responses: {'200': {description: ok}}
    put:
      x-amazon-apigateway-request-validator: all
      responses: {'200': {description: ok}}
components: {schemas: {Order: {type: object, properties: {id: {type: string}}}}}
```
```yaml
x-amazon-apigateway-request-validators:
  body: {validateRequestBody: true, validateRequestParameters: false}
  parameters: {validateRequestBody: false, validateRequestParameters: true}
  all: {validateRequestBody: true, validateRequestParameters: true}
x-amazon-apigateway-request-validator: body
paths:
  /orders:
    get: {responses: {'200': {description: ok}}}
    post: {requestBody: {content: {text/csv: {}}}, responses: {'200': {description: ok}}}
    put: {x-amazon-apigateway-request-validator: parameters, responses: {'200': {description: ok}}}
    patch: {x-amazon-apigateway-request-validator: unknown, requestBody: {content: {application/json: {}}}, responses: {'200': {description: ok}}}
```

## References
- keys: val-body-no-model
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
"""

from __future__ import annotations

from specforge.ir import Operation
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Operation, severity=WARNING, since="0.1", kinds=(REST,), needs="request-validator")
def check(operation: Operation, context: Context) -> Findings:
    validator = context.api.validators.get(operation.validator or "")
    if validator is None or not validator.validate_body:
        return
    if operation.body is None:
        own = operation.origin.at("x-amazon-apigateway-request-validator")
        if own is not operation.origin and not validator.validate_parameters:
            yield Found(own, f"{validator.name} validates the body, but {operation} has no body")
        return
    for content in operation.body.content:
        if "json" in content.media_type and content.lazy_schema is None:
            message = f"{validator.name} validates the body, but there is no model for {content.media_type}"
            yield Found(content.origin, message, on_key=True)
