"""Reports a number that no JSON reader can hold.

## Why is this bad?
NaN, infinity and numbers beyond the range of a double are not JSON; AWS's importer refuses them or rounds them.

## Examples
```yaml
paths: {}
x-limit: .inf  # error
```
```yaml
paths: {}
x-limit: 1000000
```

## References
- https://www.rfc-editor.org/rfc/rfc8259#section-6
"""

from __future__ import annotations

from specforge.rules.rule import ERROR, emitted

RULE = emitted(__name__, by="source", severity=ERROR, stops="everything", since="0.1")
