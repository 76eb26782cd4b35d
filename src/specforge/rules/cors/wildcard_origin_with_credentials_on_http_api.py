"""Checks that an HTTP API does not allow credentials for every origin.

## Why is this bad?
The import of the API fails.

## Examples
```yaml http
x-amazon-apigateway-cors:
  allowOrigins: ['*']
  allowCredentials: true  # error: "explicit origins"
paths: {}
```
```yaml http
x-amazon-apigateway-cors:
  allowOrigins: ['https://app.example.com']
  allowCredentials: true
paths: {}
```

## References
- keys: cors-http-credentials-wildcard
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
"""

from __future__ import annotations

from specforge.ir import HttpCors
from specforge.rules.rule import ERROR, HTTP, Context, Findings, Found, rule


@rule(on=HttpCors, severity=ERROR, stops="gateway", since="0.1", kinds=(HTTP,))
def check(cors: HttpCors, context: Context) -> Findings:
    if cors.allow_credentials is True and any(origin.literal == "*" for origin in cors.allow_origins):
        yield Found(
            cors.origin.at("allowCredentials"),
            "allowCredentials is true for the origin *; it needs explicit origins",
            aws_message="allow-credentials is not supported if 'allow-origin' is *",
        )
