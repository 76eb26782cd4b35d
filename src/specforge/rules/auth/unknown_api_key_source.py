"""Checks that the source of API keys is one that API Gateway has.

## Why is this bad?
The import of the API fails.

## Examples
```yaml
x-amazon-apigateway-api-key-source: HEADERS  # error: "did you mean HEADER?"
paths: {}
```
```yaml fixed
x-amazon-apigateway-api-key-source: HEADER
paths: {}
```
```yaml
paths: {}
```

## References
- keys: auth-apikey-source-value
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-api-key-source.html
"""

from __future__ import annotations

from specforge.ir import Api
from specforge.rules.fixes import respelling
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule
from specforge.spelling import did_you_mean

SOURCES = ("HEADER", "AUTHORIZER")


@rule(on=Api, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,), needs="api-key-source")
def check(api: Api, context: Context) -> Findings:
    source = api.api_key_source.literal if api.api_key_source is not None else None
    if source is not None and source not in SOURCES:
        at = api.origin.at("x-amazon-apigateway-api-key-source")
        hint = did_you_mean(source.upper(), SOURCES)
        message = f"the source of API keys is {source}; it must be HEADER or AUTHORIZER{hint}"
        yield Found(at, message, fix=respelling(at, source, SOURCES))
