"""Checks that a stage's cache keeps answers for at most an hour.

## Why is this bad?
The deployment fails.

## Examples
```yaml config
deploy:
  stages:
    prod:
      cache: {size: 0.5, ttl: 3601}  # error: "at most 3600"
```
```yaml config
deploy:
  stages:
    prod:
      cache: {size: 0.5, ttl: 3600}
```
```yaml config
deploy:
  stages:
    prod: {cache: {size: 0.5, ttl: 0, methods: {'GET /health': {encrypted: true}}}}
```

## References
- keys: cache-ttl
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import Cache, MethodCache
from specforge.rules.bounds import broken_bound
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=Cache | MethodCache, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(cache: Cache | MethodCache, context: Context) -> Findings:
    bound = broken_bound(cache.ttl_s, 0, limits.CACHE_TTL_MAX_S.value) if cache.ttl_s is not None else None
    if bound is not None:
        yield Found(cache.origin.at("ttl"), f"the cache ttl is {cache.ttl_s} seconds; it must be {bound}")
