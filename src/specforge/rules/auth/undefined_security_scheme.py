"""Checks that a security requirement names a scheme that the document defines.

## Why is this bad?
Nothing is known of how to check the caller; the import fails or the method deploys without the check.

## Examples
```yaml
paths:
  /orders:
    get:
      security:
        - gard: []  # error: "did you mean guard?"
      responses: {'200': {description: ok}}
components:
  securitySchemes:
    guard: {type: apiKey, name: x-api-key, in: header}
```
```yaml fixed
paths:
  /orders:
    get:
      security:
        - guard: []
      responses: {'200': {description: ok}}
components:
  securitySchemes:
    guard: {type: apiKey, name: x-api-key, in: header}
```
```yaml
security: [{$ref: security.yaml}]
paths: {/orders: {get: {security: [{'${Guard}': []}]}}}
```

## References
- keys: auth-scheme-undefined
- https://spec.openapis.org/oas/v3.0.3#security-requirement-object
"""

from __future__ import annotations

from specforge.ir import Operation
from specforge.rules.fixes import renaming_to_near
from specforge.rules.rule import ERROR, EVERY_KIND, Context, Findings, Found, rule
from specforge.spelling import did_you_mean

REFERENCE = "$ref"
"""No name; the schema of OpenAPI allows no reference here."""


@rule(on=Operation, severity=ERROR, stops="gateway", since="0.1", kinds=EVERY_KIND)
def check(operation: Operation, context: Context) -> Findings:
    schemes = context.api.security_schemes
    for requirement in operation.security or ():
        for use in requirement:
            if use.scheme not in schemes and use.scheme != REFERENCE and "${" not in use.scheme:
                hint = did_you_mean(use.scheme, schemes)
                message = f"the security scheme {use.scheme} is not defined{hint}"
                fix = renaming_to_near(use.origin, use.scheme, schemes)
                yield Found(use.origin, message, on_key=True, fix=fix)
