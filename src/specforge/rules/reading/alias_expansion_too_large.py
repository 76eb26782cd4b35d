"""Reports a document whose aliases expand to more nodes than any API has.

## Why is this bad?
A few lines of nested aliases stand for billions of nodes and would fill the memory of every tool that writes the
document out, API Gateway's importer included.

## Examples
```text
a: &a [x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
... and so on, nine levels deep
```
```yaml
paths: {}
x-tags: &tags [orders]
x-more: [*tags, *tags]
```

## References
- https://yaml.org/spec/1.2.2/#71-alias-nodes
"""

from __future__ import annotations

from specforge.rules.rule import ERROR, emitted

RULE = emitted(__name__, by="source", severity=ERROR, stops="everything", since="0.1")
