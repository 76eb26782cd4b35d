"""Tells that documentation parts are imported without a version.

## Why is this bad?
Parts are published, exported and shown for a stage by their version only.

## Examples
```yaml
x-amazon-apigateway-documentation:  # error: "version"
  documentationParts:
    - location: {type: API}
      properties: {description: Orders}
paths: {}
```
```yaml
x-amazon-apigateway-documentation:
  version: '1'
  documentationParts:
    - location: {type: API}
      properties: {description: Orders}
paths: {}
```
```yaml
x-amazon-apigateway-documentation: {}
paths: {}
```

## References
- keys: doc-version-missing
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-documentation.html
"""

from __future__ import annotations

from specforge.ir import Documentation
from specforge.rules.rule import INFO, REST, Context, Findings, Found, rule


@rule(on=Documentation, severity=INFO, since="0.1", kinds=(REST,))
def check(documentation: Documentation, context: Context) -> Findings:
    origin = documentation.origin
    if documentation.parts and origin.at("version") is origin:
        yield Found(origin, "the documentation has no version, without which it is not published", on_key=True)
