"""Checks that mapping templates use only references that API Gateway has.

## Why is this bad?
Velocity prints a reference that it does not know as it stands: the backend gets `$inptu.body` instead of the body.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: POST
        uri: https://orders.example.com
        requestTemplates:
          application/json: |
            {"id": "$inptu.params('id')"}  # error: "$inptu"
        responses: {default: {statusCode: '200'}}
```
```yaml fixed
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: POST
        uri: https://orders.example.com
        requestTemplates:
          application/json: |
            {"id": "$input.params('id')"}
        responses: {default: {statusCode: '200'}}
```

## References
- keys: map-context-unknown
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
"""

from __future__ import annotations

from specforge.diagnostics import Fix, Inside, Origin
from specforge.ir import Template
from specforge.rules.fixes import replacing
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule
from specforge.rules.templates import template_problems
from specforge.vtl import VtlProblem

KINDS = frozenset({"unknown-reference", "unknown-member"})


@rule(on=Template, severity=WARNING, since="0.1", kinds=(REST,))
def check(template: Template, context: Context) -> Findings:
    for problem, origin in template_problems(template):
        if problem.kind in KINDS:
            yield Found(origin, problem.message, fix=_respelling(problem, origin) if problem.near else None)


def _respelling(problem: VtlProblem, origin: Origin) -> Fix:
    """Returns the fix that writes the name which the last word of the stretch was meant to be."""
    text = str(origin.value)[problem.start : problem.end]
    name = text.lstrip("$!{")
    return replacing(Inside(origin, problem.end - len(name), problem.end), problem.near)
