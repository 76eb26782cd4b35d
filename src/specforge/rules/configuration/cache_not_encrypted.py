"""Checks that the answers in a cache are encrypted.

## Why is this bad?
What the backend said to one caller lies readable in the cache.

## Examples
```yaml config
deploy:
  stages:
    prod:
      cache: {size: 0.5, encrypted: false}  # error
```
```yaml config
deploy:
  stages:
    prod:
      cache:
        methods: {'GET /health': {encrypted: false}}  # error
```
```yaml config
deploy:
  stages:
    prod: {cache: {size: 0.5, methods: {'GET /health': {ttl: 60}}}}
```

## References
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html
"""

from __future__ import annotations

from specforge.ir import Cache, MethodCache
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Cache | MethodCache, severity=WARNING, since="0.1", kinds=(REST,))
def check(cache: Cache | MethodCache, context: Context) -> Findings:
    if cache.encrypted is False:
        yield Found(cache.origin.at("encrypted"), "cached answers are not encrypted; leave this out to encrypt them")
