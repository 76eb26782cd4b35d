"""Checks that mapping templates are Velocity that API Gateway can parse.

## Why is this bad?
API Gateway refuses the template, or every call that uses it answers 500.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates:
          application/json: '#if($input.params("x")) {"statusCode": 200}'  # error: "#end"
        responses: {default: {statusCode: '200'}}
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates:
          application/json: '#if($input.params("x")) {"statusCode": 200} #end'
        responses: {default: {statusCode: '200'}}
```

## References
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
- https://velocity.apache.org/engine/1.7/user-guide.html
"""

from __future__ import annotations

from specforge.ir import Template
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule
from specforge.rules.templates import template_problems

KINDS = frozenset({"syntax", "unclosed-directive"})


@rule(on=Template, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(template: Template, context: Context) -> Findings:
    for problem, origin in template_problems(template):
        if problem.kind in KINDS:
            yield Found(origin, problem.message)
