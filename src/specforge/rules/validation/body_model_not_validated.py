"""Tells that a request body has a model, but no validator checks it.

## Why is this bad?
API Gateway passes every body on; a model alone validates nothing.

## Examples
```yaml
paths:
  /orders:
    post:
      requestBody:  # error: "POST /orders has"
        content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
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
    post:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
      responses: {'200': {description: ok}}
components: {schemas: {Order: {type: object, properties: {id: {type: string}}}}}
```
```yaml
x-amazon-apigateway-request-validators:
  body: {validateRequestBody: true, validateRequestParameters: false}
  parameters: {validateRequestBody: false, validateRequestParameters: true}
  all: {validateRequestBody: true, validateRequestParameters: true}
paths:
  /orders:
    post: {x-amazon-apigateway-request-validator: body, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}, responses: {'200': {description: ok}}}
    put:
      x-amazon-apigateway-request-validator: parameters
      requestBody: {content: {application/json: {schema: {type: object}}}}  # error: "PUT /orders has"
      responses: {'200': {description: ok}}
    patch:
      x-amazon-apigateway-request-validator: unknown
      requestBody: {content: {application/json: {schema: {type: object}}}}
      responses: {'200': {description: ok}}
components: {schemas: {Order: {type: object, properties: {id: {type: string}}}}}
```
```yaml
paths: {/orders: {post: {requestBody: {content: {text/csv: {schema: {type: string}}, application/json: {}}}, responses: {'200': {description: ok}}}}}
```

## References
- keys: val-validator-missing
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
"""

from __future__ import annotations

from specforge.ir import Api, Operation
from specforge.rules.rule import INFO, REST, Context, Findings, Found, rule


@rule(on=Api, severity=INFO, since="0.1", kinds=(REST,))
def check(api: Api, context: Context) -> Findings:
    modelled = [operation for operation in api.operations if _has_model(operation)]
    bare = [operation for operation in modelled if not _validated(operation, api)]
    told = bare if len(bare) < len(modelled) else bare[:1]
    for operation in told:
        more = f" and {len(bare) - 1} more have" if len(bare) > len(told) else " has"
        at = operation.body.origin if operation.body is not None else operation.origin
        yield Found(at, f"{operation}{more} a body model, but no request validator checks it", on_key=True)


def _has_model(operation: Operation) -> bool:
    contents = operation.body.content if operation.body is not None else ()
    return any("json" in content.media_type and content.lazy_schema is not None for content in contents)


def _validated(operation: Operation, api: Api) -> bool:
    validator = api.validators.get(operation.validator or "")
    return validator.validate_body if validator is not None else operation.validator is not None
