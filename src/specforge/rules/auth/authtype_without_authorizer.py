"""Checks that a scheme with an authtype has an authorizer.

## Why is this bad?
The import fails, or the methods that use the scheme are not created.

## Examples
```yaml
paths: {}
components:
  securitySchemes:
    guard:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: custom  # error: "authorizer"
```
```yaml
paths: {}
components:
  securitySchemes:
    iam:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: awsSigv4
```

## References
- keys: auth-authtype-without-authorizer
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authtype.html
"""

from __future__ import annotations

from specforge.ir import SecurityScheme
from specforge.rules.rule import ERROR, Context, Findings, Found, rule


@rule(on=SecurityScheme, severity=ERROR, stops="gateway", since="0.1", needs="authtype")
def check(scheme: SecurityScheme, context: Context) -> Findings:
    kind = scheme.authtype.literal if scheme.authtype is not None else None
    if kind is None or scheme.authorizer is not None or kind.lower().startswith("aws"):
        return
    yield Found(
        scheme.origin.at("x-amazon-apigateway-authtype"),
        f"the authtype is {kind}, but the scheme has no x-amazon-apigateway-authorizer; it must have one",
        aws_message=f"Unable to create authorizer from security definition: '{scheme.name}'. Extension "
        "x-amazon-apigateway-authorizer is required.",
    )
