"""Reports a rule name, in the configuration or in a suppression, that specforge does not have.

## Why is this bad?
The setting or the suppression has no effect.

## Examples
```yaml config
lint:
  ignore: [duplicate-keys]  # error: "did you mean duplicate-key?"
```
```yaml fixed
lint:
  ignore: [duplicate-key]
```

## References
- docs/reference/rules/index.md
"""

from __future__ import annotations

from specforge.rules.rule import WARNING, emitted

RULE = emitted(__name__, by="rules", severity=WARNING, since="0.1")
