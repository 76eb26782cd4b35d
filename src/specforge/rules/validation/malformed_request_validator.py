"""Checks that a request validator has a name and says what it validates.

## Why is this bad?
The import fails or the validator validates nothing.

## Examples
```yaml
x-amazon-apigateway-request-validators:
  all: {validateRequestBody: sometimes}  # error: "true or false"
  '': {validateRequestBody: true}  # error: "name"
  none: {}  # error: "what it validates"
paths: {}
```
```yaml
x-amazon-apigateway-request-validators:
  all: {validateRequestBody: true, validateRequestParameters: true}
  body: {validateRequestBody: true}
paths: {}
```

## References
- keys: val-validator-shape
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-request-validators.requestValidator.html
"""

from __future__ import annotations

from specforge.document import Cursor
from specforge.document.extensions import VALIDATOR_KEYS
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, Raw, rule


@rule(
    on=Raw("x-amazon-apigateway-request-validators"),
    severity=ERROR,
    stops="gateway",
    since="0.1",
    kinds=(REST,),
    needs="request-validator",
)
def check(validators: Cursor, context: Context) -> Findings:
    for name, validator in () if validators.is_expression else validators.items():
        if validator.is_expression:
            continue
        if not name.strip():
            says = "Request Validator name cannot be blank"
            yield Found(validator, "the request validator has no name; it must have one", on_key=True, aws_message=says)
        if not isinstance(validator.value, dict):
            yield Found(validator, f"the request validator {name} must be an object")
        elif VALIDATOR_KEYS.isdisjoint(validator.value):
            known = " or ".join(sorted(VALIDATOR_KEYS))
            yield Found(validator, f"{name} does not say what it validates; it must have {known}", on_key=True)
        for key, flag in validator.items():
            if key in VALIDATOR_KEYS and validator.flag(key) is None:
                yield Found(flag, f"{key} is {flag.value}; it must be true or false")
