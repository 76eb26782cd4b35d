"""Checks that a request validator in use is defined.

## Why is this bad?
The import of the API fails.

## Examples
```yaml
x-amazon-apigateway-request-validators:
  everything: {validateRequestBody: true, validateRequestParameters: true}
x-amazon-apigateway-request-validator: everthing  # error: "did you mean everything?"
paths: {}
```
```yaml fixed
x-amazon-apigateway-request-validators:
  everything: {validateRequestBody: true, validateRequestParameters: true}
x-amazon-apigateway-request-validator: everything
paths: {}
```

## References
- keys: val-validator-unknown
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-request-validator.html
"""

from __future__ import annotations

from specforge.document import Cursor
from specforge.rules.fixes import respelling
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, Raw, rule
from specforge.spelling import did_you_mean


@rule(on=Raw("x-amazon-apigateway-request-validator"), severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(validator: Cursor, context: Context) -> Findings:
    name = validator.own_text()
    literal = name.literal if name is not None else None
    defined = context.api.validators
    if literal is None or literal in defined:
        return
    hint = did_you_mean(literal, defined)
    yield Found(
        validator,
        f"the request validator {literal} is not defined in x-amazon-apigateway-request-validators{hint}",
        aws_message="Invalid Request Validator identifier specified",
        fix=respelling(validator, literal, defined),
    )
