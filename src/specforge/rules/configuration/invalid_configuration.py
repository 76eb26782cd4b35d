"""Reports a value of specforge.yaml that is not of the kind it must be.

## Why is this bad?
What it was meant to say is not done.

## Examples
```yaml config
deploy:
  stages: [prod]  # error
```
```yaml config
deploy:
  stages: {prod: {}}
```

## References
- keys: ep-multiple-types
- docs/reference/cli.md; `specforge schema` prints every key
"""

from __future__ import annotations

from specforge.rules.rule import ERROR, emitted

RULE = emitted(__name__, by="config", severity=ERROR, stops="everything", since="0.1")
