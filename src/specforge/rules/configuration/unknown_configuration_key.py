"""Reports a key of specforge.yaml that specforge does not know.

## Why is this bad?
What it was meant to say is not done.

## Examples
```yaml config
deploy:
  stage: {prod: {}}  # error: "did you mean stages?"
```
```yaml fixed
deploy:
  stages: {prod: {}}
```

## References
- docs/reference/cli.md; `specforge schema` prints every key
"""

from __future__ import annotations

from specforge.rules.rule import ERROR, emitted

RULE = emitted(__name__, by="config", severity=ERROR, stops="everything", since="0.1")
