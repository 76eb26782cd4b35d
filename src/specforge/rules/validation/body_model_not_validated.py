"""Tells that a request body has a model, but no validator checks it.

## Why is this bad?
API Gateway passes every body on; a model alone validates nothing.

## Examples
```yaml
paths:
  /orders:
    post:
      requestBody:  # error: "POST /orders and 1 more"
        content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
      responses: {'200': {description: ok}}
    put: {requestBody: {content: {application/json: {schema: {type: object}}}}}
components: {schemas: {Order: {type: object, properties: {id: {type: string}}}}}
```
```yaml
x-amazon-apigateway-request-validators:
  body: {validateRequestBody: true, validateRequestParameters: false}
  parameters: {validateRequestBody: false, validateRequestParameters: true}
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
paths:
  /orders:
    post: {x-amazon-apigateway-request-validator: body, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}, responses: {'200': {description: ok}}}
    put:
      x-amazon-apigateway-request-validator: parameters
      requestBody: {content: {application/json: {schema: {type: object}}}}  # error: "PUT /orders"
    delete: {requestBody: {content: {application/json: {schema: {type: object}}}}}  # request-body-on-get-or-delete
    patch: {x-amazon-apigateway-request-validator: unknown, requestBody: {content: {application/json: {schema: {type: object}}}}}
components: {schemas: {Order: {type: object, properties: {id: {type: string}}}}}
```
```yaml
paths:
  /orders: {post: {requestBody: {content: {text/csv: {schema: {type: string}}, application/json: {}}}, responses: {'200': {description: ok}}}}
  /photos: {post: {x-specforge-integration: {upload: {bucket: photos, key: a, max-bytes: 1}}}}  # its function checks the body
```

## References
- keys: val-validator-missing
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
"""

from __future__ import annotations

from specforge.ir import Api, Body, Operation
from specforge.rules.bodies import may_have_body
from specforge.rules.rule import INFO, REST, Context, Findings, Found, rule
from specforge.rules.witnesses import first_and_more


@rule(on=Api, severity=INFO, since="0.1", kinds=(REST,))
def check(api: Api, context: Context) -> Findings:
    bodies = [(one, one.body) for one in api.operations if one.body is not None and may_have_body(one)]
    modelled = [(one, body) for one, body in bodies if _has_model(body) and "x-specforge-upload" not in one.extra]
    bare = [(operation, body) for operation, body in modelled if not _validated(operation, api)]
    groups = [[one] for one in bare] if len(bare) < len(modelled) else [bare]
    for (operation, body), *others in filter(None, groups):
        names = first_and_more([operation, *(other for other, _ in others)])
        yield Found(body.origin, f"no request validator checks the body model of {names}", on_key=True)


def _has_model(body: Body) -> bool:
    return any("json" in content.media_type and content.lazy_schema is not None for content in body.content)


def _validated(operation: Operation, api: Api) -> bool:
    validator = api.validators.get(operation.validator or "")
    return validator.validate_body if validator is not None else operation.validator is not None
