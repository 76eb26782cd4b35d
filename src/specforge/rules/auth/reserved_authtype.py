"""Checks that an authtype which starts with aws is awsSigv4.

## Why is this bad?
API Gateway keeps names that start with `aws` for itself; awsSigv4, for IAM, is the only one it has.

## Examples
```yaml
paths: {}
components:
  securitySchemes:
    iam:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: awsSigv5  # error: "awsSigv4"
```
```yaml
paths: {}
components:
  securitySchemes:
    iam: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4}
    key: {type: apiKey, name: x-api-key, in: header}
    guard:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: custom
      x-amazon-apigateway-authorizer:
        type: token
        authorizerUri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:guard/invocations
```

## References
- keys: auth-authtype-reserved
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authtype.html
"""

from __future__ import annotations

from specforge.ir import SecurityScheme
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=SecurityScheme, severity=WARNING, since="0.1", kinds=(REST,), needs="authtype")
def check(scheme: SecurityScheme, context: Context) -> Findings:
    kind = scheme.authtype.literal if scheme.authtype is not None else None
    if kind is not None and kind.lower().startswith("aws") and kind.lower() != "awssigv4":
        at = scheme.origin.at("x-amazon-apigateway-authtype")
        yield Found(at, f"the authtype is {kind}; what starts with aws must be awsSigv4")
