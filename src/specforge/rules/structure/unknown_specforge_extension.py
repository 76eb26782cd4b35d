"""Checks that an extension x-specforge-* of an operation is one that specforge has.

## Why is this bad?
Nobody reads it: the operation stays without the integration, the pages or the suppression that it was to have.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-specforge-integraton: {lambda: listOrders}  # error: "did you mean x-specforge-integration?"
```
```yaml fixed
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-specforge-integration: {lambda: listOrders}
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-specforge-integration: {lambda: listOrders}
      x-specforge-pagination: {token: nextToken}
      x-other-extension: {}
    post:
      responses: {'200': {description: ok}}
      x-specforge-integration: {upload: {bucket: orders, key: '{uuid}', max-bytes: 1}}
```

## References
- docs/guide/short-forms.md
"""

from __future__ import annotations

from specforge.ir import Operation
from specforge.rules.rule import EVERY_KIND, WARNING, Context, Findings, rule
from specforge.rules.words import unknown_key

OURS = tuple(f"x-specforge-{name}" for name in ("allow", "download", "integration", "pagination", "upload"))


@rule(on=Operation, severity=WARNING, since="0.1", kinds=EVERY_KIND, needs="x-specforge-")
def check(operation: Operation, context: Context) -> Findings:
    for key in operation.extra:
        if key.startswith("x-specforge-"):
            yield from unknown_key(operation.origin.at(key), key, OURS, name="extension of specforge")
