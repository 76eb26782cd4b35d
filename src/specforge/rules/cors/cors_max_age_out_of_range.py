"""Checks that the maxAge of an HTTP API's CORS configuration is one that API Gateway takes.

## Why is this bad?
The import of the API fails.

## Examples
```yaml http
x-amazon-apigateway-cors:
  allowOrigins: ['*']
  maxAge: 86401  # error: "at most 86400"
paths: {}
```
```yaml http
x-amazon-apigateway-cors:
  allowOrigins: ['*']
  maxAge: 86400
paths: {}
```
```yaml http
x-amazon-apigateway-cors:
  allowOrigins: ['*']
  maxAge: -2  # error: "at least -1"
paths: {}
```
```yaml http
x-amazon-apigateway-cors:
  allowOrigins: ['*']
  maxAge: -1
paths: {}
```

## References
- keys: cors-http-maxage
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import HttpCors
from specforge.rules.bounds import broken_bound
from specforge.rules.rule import ERROR, HTTP, Context, Findings, Found, rule


@rule(on=HttpCors, severity=ERROR, stops="gateway", since="0.1", kinds=(HTTP,))
def check(cors: HttpCors, context: Context) -> Findings:
    age = cors.max_age_s
    shortest, longest = limits.CORS_MAX_AGE_MIN_S.value, limits.CORS_MAX_AGE_S.value
    bound = broken_bound(age, shortest, longest) if isinstance(age, int) else None
    if bound is not None:
        yield Found(cors.origin.at("maxAge"), f"maxAge is {age} seconds; it must be {bound}")
