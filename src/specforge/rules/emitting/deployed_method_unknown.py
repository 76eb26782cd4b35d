"""Reports a method in the configuration of a stage that the API does not have.

## Why is this bad?
The throttle or cache that was meant for it has no effect.

## Examples
```yaml config target=sam
deploy:
  stages:
    prod:
      throttle: {rate: 10, burst: 20, methods: {"GET /order": {rate: 1, burst: 2}}}  # error: "GET /order"
```
```yaml config target=sam
deploy:
  stages:
    prod:
      throttle: {rate: 10, burst: 20, methods: {"GET /health": {rate: 1, burst: 2}}}
```

## References
- keys: limit-usage-plan-throttle-key
- docs/reference/cli.md
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, WARNING, emitted

RULE = emitted(__name__, by="infrastructure", severity=WARNING, since="0.1", kinds=GATEWAY)
