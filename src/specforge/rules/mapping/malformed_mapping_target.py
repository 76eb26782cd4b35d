"""Checks that a parameter mapping names a target that API Gateway has.

## Why is this bad?
The import of the API fails.

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
        requestParameters:
          integration.request.query.s: "'open'"  # error: "querystring"
        responses: {default: {statusCode: '200'}}
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: GET
        uri: https://orders.example.com
        requestParameters:
          integration.request.querystring.s: "'open'"
        responses: {default: {statusCode: '200'}}
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http, uri: 'https://orders.example.com', responses: {default: {statusCode: '200', responseParameters: {integration.response.header.x: "'1'"}}}}}}  # error: "method.response"
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http, uri: 'https://orders.example.com', responses: {default: {statusCode: '200', responseParameters: {method.response.header.x: "'1'"}}}}}}
```

## References
- keys: map-key-syntax, map-response-key-syntax
- https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html
"""

from __future__ import annotations

import re

from specforge.ir import FullIntegration
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule

REQUEST = re.compile(r"integration\.request\.(header|querystring|multivaluequerystring|multivalueheader|path)\..+\Z")
RESPONSE = re.compile(r"method\.response\.(multivalueheader|header)\..+\Z")


@rule(on=FullIntegration, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,), needs="Parameters")
def check(integration: FullIntegration, context: Context) -> Findings:
    for mapping in integration.request_parameters:
        if not REQUEST.match(mapping.target):
            wanted = "integration.request.header.<name>, .querystring.<name> or .path.<name>"
            yield Found(mapping.origin, f"the target {mapping.target} must be {wanted}", on_key=True)
    for response in integration.responses:
        for mapping in response.parameters:
            if not RESPONSE.match(mapping.target):
                message = f"the target {mapping.target} must be method.response.header.<name>"
                yield Found(mapping.origin, message, on_key=True)
