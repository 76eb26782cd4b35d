"""Tells that a loop of a mapping template ends before its range does.

## Why is this bad?
API Gateway stops a `#foreach` after 1000 turns, without an error. How long a list of the request is cannot be told, so
only ranges with literal bounds are judged.

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
        requestTemplates: {application/json: '#foreach($i in [1..1001])$i #end'}  # error: "1001 turns"
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
        requestTemplates: {application/json: '#foreach($i in [1..1000])$i #end'}
        responses: {default: {statusCode: '200'}}
```

## References
- keys: limit-foreach
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
"""

from __future__ import annotations

import re

from specforge import limits
from specforge.ir import Template
from specforge.rules.rule import INFO, REST, Context, Findings, Found, rule

RANGE = re.compile(r"#foreach\s*\(\s*\$\{?!?\w+\}?\s+in\s+\[\s*(-?\d+)\s*\.\.\s*(-?\d+)\s*\]")


@rule(on=Template, severity=INFO, since="0.1", kinds=(REST,))
def check(template: Template, context: Context) -> Findings:
    most = limits.FOREACH_ITERATIONS.value
    for part in template.body.parts:
        for found in RANGE.finditer(part) if isinstance(part, str) else ():
            turns = abs(int(found[2]) - int(found[1])) + 1
            if turns > most:
                message = f"#foreach is to make {turns} turns; API Gateway makes at most {most}"
                yield Found(template.origin, message)
