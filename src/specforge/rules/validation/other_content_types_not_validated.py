"""Checks that a validated method turns away bodies of other types than those of its models.

## Why is this bad?
A body whose content type has no model is not validated, and without passthroughBehavior it is passed on as it is.

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
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:  # error: "passthroughBehavior"
        type: http
        httpMethod: POST
        uri: https://orders.example.com
        requestTemplates: {application/json: $input.json('$')}
components: {schemas: {Order: {type: object, properties: {id: {type: string}}}}}
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
      x-amazon-apigateway-integration: {type: http, httpMethod: POST, uri: https://orders.example.com, passthroughBehavior: never, requestTemplates: {application/json: $input.json('$')}, responses: {default: {statusCode: '200'}}}
components: {schemas: {Order: {type: object, properties: {id: {type: string}}}}}
```
```yaml
x-amazon-apigateway-request-validators:
  body: {validateRequestBody: true, validateRequestParameters: false}
  parameters: {validateRequestBody: false, validateRequestParameters: true}
  all: {validateRequestBody: true, validateRequestParameters: true}
paths:
  /orders:
    post: {x-amazon-apigateway-request-validator: parameters, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}, x-amazon-apigateway-integration: {type: http, httpMethod: POST, uri: https://orders.example.com, requestTemplates: {application/json: $input.body}}}
    put: {x-amazon-apigateway-request-validator: body, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}, x-amazon-apigateway-integration: {type: http, httpMethod: POST, uri: https://orders.example.com}}
    patch: {x-amazon-apigateway-request-validator: body, x-amazon-apigateway-integration: {type: http, httpMethod: POST, uri: https://orders.example.com, requestTemplates: {application/json: $input.body}}}
    delete: {x-amazon-apigateway-request-validator: body, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}, x-amazon-apigateway-integration: {type: http_proxy, requestTemplates: {application/json: $input.body}}}
    get: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}, x-amazon-apigateway-integration: {type: http, httpMethod: POST, uri: https://orders.example.com, requestTemplates: {application/json: $input.body}}}
components: {schemas: {Order: {type: object, properties: {id: {type: string}}}}}
```

## References
- keys: val-content-type-mismatch
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
- https://docs.aws.amazon.com/apigateway/latest/developerguide/integration-passthrough-behaviors.html
"""

from __future__ import annotations

from specforge.ir import AwsService, Http, Lambda, Operation
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Operation, severity=WARNING, since="0.1", kinds=(REST,), needs="request-validator")
def check(operation: Operation, context: Context) -> Findings:
    validator = context.api.validators.get(operation.validator or "")
    integration = operation.integration
    if validator is None or not validator.validate_body or not isinstance(integration, AwsService | Http | Lambda):
        return
    said = integration.origin.at("passthroughBehavior") is not integration.origin
    types = {content.media_type for content in operation.body.content} if operation.body is not None else set()
    if types and "$default" not in types and integration.request_templates and not said:
        yield Found(
            integration.origin,
            f"the integration has no passthroughBehavior, so that bodies other than {', '.join(sorted(types))} pass "
            "without validation; it must be never or when_no_templates",
            on_key=True,
        )
