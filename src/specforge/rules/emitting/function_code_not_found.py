"""Tells that the code of a function is not where the configuration says.

## Why is this bad?
Terraform and CloudFormation get no package of it; each asks for one as an input. Perhaps the code is built later.

## Examples
```yaml config target=sam
deploy:
  functions:
    checkHealth: {handler: health.check, runtime: python3.13, code: src/}  # error: "src/"
```
```yaml config target=sam
deploy:
  functions:
    checkHealth: {handler: health.check, runtime: python3.13}
```

## References
- docs/guide/deployment.md
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, INFO, emitted

RULE = emitted(__name__, by="infrastructure", severity=INFO, since="0.1", kinds=GATEWAY)
