"""Checks that x-amazon-apigateway-auth has a type that API Gateway knows.

## Why is this bad?
AWS_IAM is what makes a method ask for a signature; under any other name the method may be open to everybody. What the
import does with a name that it does not know is not documented.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: orders}}
      x-amazon-apigateway-auth: {type: AWS-IAM}  # error: "did you mean AWS_IAM?"
```
```yaml fixed
paths:
  /orders:
    get:
      responses: {'200': {description: orders}}
      x-amazon-apigateway-auth: {type: AWS_IAM}
```
```yaml
paths:
  /a: {get: {responses: {'200': {description: a}}, x-amazon-apigateway-auth: {type: aws_iam}}}
  /b: {get: {responses: {'200': {description: b}}, x-amazon-apigateway-auth: {type: NONE}}}
  /c: {get: {responses: {'200': {description: c}}, x-amazon-apigateway-auth: {type: !Ref Auth}}}
  /d: {get: {responses: {'200': {description: d}}, x-amazon-apigateway-auth: {}}}
```

## References
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-auth.html
"""

from __future__ import annotations

from specforge.document import Cursor
from specforge.rules.rule import WARNING, Context, Findings, Raw, rule
from specforge.rules.words import unknown_word

TYPES = ("AWS_IAM", "NONE")


@rule(on=Raw("x-amazon-apigateway-auth"), severity=WARNING, since="0.1")
def check(auth: Cursor, context: Context) -> Findings:
    at = auth.get("type")
    if at is not None:
        yield from unknown_word(at, auth.text("type"), TYPES, name="the type of authorization", any_case=True)
