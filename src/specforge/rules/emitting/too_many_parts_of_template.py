"""Reports a template with more resources or parameters than CloudFormation takes.

## Why is this bad?
The deployment fails. Each call of a function on each stage has a permission of its own: fewer stages in one stack, or
one function behind several operations, help.

## Examples
```yaml target=cloudformation
openapi: 3.0.1  # error: "at most 200"
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        requestParameters:
          integration.request.header.h<n>: {Ref: Value<n>}  # times 250
```
```yaml target=cloudformation
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: {Ref: Backend}}
```

## References
- https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
"""

from __future__ import annotations

from specforge.rules.rule import ERROR, GATEWAY, emitted

RULE = emitted(__name__, by="cloudformation", severity=ERROR, since="0.1", kinds=GATEWAY)
