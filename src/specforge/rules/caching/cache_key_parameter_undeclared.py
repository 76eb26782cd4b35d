"""Checks that a cache key parameter is a parameter of the operation.

## Why is this bad?
The import of the API fails; API Gateway can only make a cache key of parameters that the method declares.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: GET
        uri: https://orders.example.com
        cacheKeyParameters: [method.request.querystring.status]  # error: "status"
        responses: {default: {statusCode: '200'}}
```
```yaml
paths:
  /orders:
    put: {security: []}
  /orders/{id}:
    get:
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: status, in: query, schema: {type: string}}
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: GET
        uri: https://orders.example.com
        cacheKeyParameters: [method.request.querystring.status, method.request.path.id]
        responses: {default: {statusCode: '200'}}
```

## References
- keys: cache-key-undeclared
- https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
"""

from __future__ import annotations

from specforge.ir import Invalid, Operation, ShortForm
from specforge.rules.request_parameters import find_undeclared
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=Operation, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,), needs="cacheKey")
def check(operation: Operation, context: Context) -> Findings:
    integration = operation.integration
    if integration is None or isinstance(integration, Invalid | ShortForm):
        return
    for index, text in enumerate(integration.cache_key_parameters):
        if location := find_undeclared(text, operation):
            yield Found(
                integration.origin.at("cacheKeyParameters", index),
                f"{text} is no {location} parameter of {operation}; it must be declared there",
                aws_message="Invalid cache key parameter specified",
            )
