"""Reports a YAML tag that neither YAML nor CloudFormation has.

## Why is this bad?
The value is read as if the tag were not there, which is hardly what was meant.

## Examples
```yaml
paths: {}
x-value: !Reff Orders  # error: "!Reff"
```
```yaml
paths: {}
x-value: !Ref Orders
```

## References
- https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
"""

from __future__ import annotations

from specforge.rules.rule import WARNING, emitted

RULE = emitted(__name__, by="source", severity=WARNING, since="0.1")
