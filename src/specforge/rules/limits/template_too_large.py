"""Checks that a mapping template is no larger than API Gateway takes.

## Why is this bad?
The import of the API fails.

## Examples
```yaml
paths:
  /orders:
    post:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: POST
        uri: https://orders.example.com
        requestTemplates:
          application/json: |-  # error: "307201 bytes"
            <99 x x>  # times 3071
            <101 x x>
        responses: {default: {statusCode: '200'}}
```
```yaml
paths:
  /orders:
    post:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: POST
        uri: https://orders.example.com
        requestTemplates:
          application/json: |-
            <99 x x>  # times 3071
            <100 x x>
        responses: {default: {statusCode: '200'}}
```

## References
- keys: limit-template-size
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import Template
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=Template, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(template: Template, context: Context) -> Findings:
    size, largest = len((template.body.literal or "").encode()), limits.TEMPLATE_BYTES.value
    if size > largest:
        message = f"the template for {template.media_type} has {size} bytes; it can have at most {largest}"
        yield Found(template.origin, message, on_key=True)
