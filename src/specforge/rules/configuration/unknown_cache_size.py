"""Checks that a stage's cache has a size that API Gateway offers.

## Why is this bad?
The deployment fails.

## Examples
```yaml config
deploy:
  stages:
    prod:
      cache: {size: 0.7}  # error: "0.5"
```
```yaml config
deploy:
  stages:
    prod:
      cache: {size: 0.5}
```
```yaml config
deploy:
  stages:
    prod: {cache: {ttl: 60}}
```

## References
- keys: cache-size
- https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import Cache
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=Cache, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(cache: Cache, context: Context) -> Findings:
    if cache.size_gb is not None and cache.size_gb not in limits.CACHE_SIZES_GB:
        listed = ", ".join(f"{size:g}" for size in limits.CACHE_SIZES_GB)
        yield Found(cache.origin.at("size"), f"the cache size is {cache.size_gb:g} GB; it must be one of {listed}")
