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

import re

from specforge.ir import Invalid, Operation, ShortForm
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule

LOCATIONS = {"querystring": "query", "multivaluequerystring": "query", "header": "header", "multivalueheader": "header"}
KEY = re.compile(r"method\.request\.(\w+)\.(.+)\Z")


@rule(on=Operation, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,), needs="cacheKey")
def check(operation: Operation, context: Context) -> Findings:
    integration = operation.integration
    if integration is None or isinstance(integration, Invalid | ShortForm):
        return
    for index, text in enumerate(integration.cache_key_parameters):
        found = KEY.match(text.literal or "")
        if found is None:
            continue
        location = LOCATIONS.get(found[1], found[1])
        if found[2] not in {parameter.name for parameter in operation.parameters_in(location)}:
            yield Found(
                integration.origin.at("cacheKeyParameters", index),
                f"{text} is no parameter of {operation}; it must be declared there",
                aws_message="Invalid cache key parameter specified",
            )
