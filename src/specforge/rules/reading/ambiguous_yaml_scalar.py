"""Reports an unquoted value that YAML 1.1 readers, AWS's among them, read otherwise than YAML 1.2 does.

## Why is this bad?
`on`, `yes` and `no` become booleans, `012` becomes ten and `1:30` becomes ninety, so that API Gateway sees another
document than the one that was tested.

## Examples
```yaml
paths: {}
x-feature: on  # error: "on"
```
```yaml
paths: {}
x-feature: 'on'
x-other: true
```

## References
- https://yaml.org/type/bool.html
- https://yaml.org/type/int.html
"""

from __future__ import annotations

from specforge.rules.rule import WARNING, emitted

RULE = emitted(__name__, by="source", severity=WARNING, since="0.1")
