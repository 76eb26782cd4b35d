"""Checks that the API has no more documentation parts than the default quota allows.

## Why is this bad?
The import fails beyond the quota of the account. AWS raises it on request.

## Examples
```yaml
x-amazon-apigateway-documentation:
  version: '1'
  documentationParts:  # error: "the default quota is 2000"
    - {location: {type: MODEL, name: Order<n>}, properties: {description: one}}  # times 2001
paths: {}
```
```yaml
x-amazon-apigateway-documentation:
  version: '1'
  documentationParts:
    - {location: {type: MODEL, name: Order<n>}, properties: {description: one}}  # times 2000
paths: {}
```

## References
- keys: limit-documentation-parts
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import Documentation
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Documentation, severity=WARNING, since="0.1", kinds=(REST,))
def check(documentation: Documentation, context: Context) -> Findings:
    count, most = len(documentation.parts), limits.DOCUMENTATION_PARTS.value
    if count > most:
        message = f"the API has {count} documentation parts; the default quota is {most}"
        yield Found(documentation.origin.at("documentationParts"), message, on_key=True)
