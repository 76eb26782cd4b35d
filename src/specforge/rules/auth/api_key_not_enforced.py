"""Checks that an API key scheme in use is one that API Gateway checks.

## Why is this bad?
API Gateway reads API keys from the header x-api-key only; a scheme with another name or place is ignored, and the methods that rely on it deploy open.

## Examples
```yaml
paths:
  /orders:
    get:
      security:
        - key: []
      responses: {'200': {description: ok}}
components:
  securitySchemes:
    key: {type: apiKey, name: api_key, in: query}  # error: "x-api-key"
```
```yaml
paths:
  /orders:
    get:
      security:
        - key: []
        - nowhere: []
        - nameless: []
      responses: {'200': {description: ok}}
components:
  securitySchemes:
    key: {type: apiKey, name: x-api-key, in: header}
    nowhere: {type: apiKey, name: api_key}
    nameless: {type: apiKey, in: query}
```

## References
- keys: auth-apikey-name
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-key-source.html
"""

from __future__ import annotations

from specforge.ir import SecurityScheme
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=SecurityScheme, severity=WARNING, since="0.1", kinds=(REST,))
def check(scheme: SecurityScheme, context: Context) -> Findings:
    if scheme.type != "apiKey" or scheme.is_api_key or scheme.authorizer is not None or scheme.authtype is not None:
        return
    if not scheme.parameter_name or not scheme.location:
        return
    if any(use.scheme == scheme.name for each in context.api.operations for one in each.security or () for use in one):
        yield Found(
            scheme.origin,
            f"API Gateway does not check the key {scheme.parameter_name} in {scheme.location}; it checks the header "
            "x-api-key only",
            on_key=True,
        )
