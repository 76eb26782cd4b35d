"""Reports a merge key `<<` whose value is no mapping and no list of mappings.

## Why is this bad?
There is nothing that could be merged, so what was meant to be shared is missing.

## Examples
```yaml
paths: {}
x-shared:
  <<: text  # error
```
```yaml
x-base: &base {a: 1}
x-shared:
  <<: *base
paths: {}
```

## References
- https://yaml.org/type/merge.html
"""

from __future__ import annotations

from specforge.rules.rule import ERROR, emitted

RULE = emitted(__name__, by="source", severity=ERROR, stops="everything", since="0.1")
