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
from specforge.rules.rule import ERROR, REST, Context, Findings, rule
from specforge.rules.words import unknown_word

SOURCES = ("HEADER", "AUTHORIZER")


@rule(on=Api, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,), needs="api-key-source")
def check(api: Api, context: Context) -> Findings:
    at, name = api.origin.at("x-amazon-apigateway-api-key-source"), "the source of API keys"
    yield from unknown_word(at, api.api_key_source, SOURCES, name=name)
