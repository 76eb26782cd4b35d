"""Checks that a documentation part is for a part of the API that API Gateway knows.

## Why is this bad?
The import of the API fails.

## Examples
```yaml
x-amazon-apigateway-documentation:
  version: '1'
  documentationParts:
    - location: {type: METHODS, path: /orders, method: GET}  # error: "did you mean METHOD?"
      properties: {description: Orders}
paths: {}
```
```yaml fixed
x-amazon-apigateway-documentation:
  version: '1'
  documentationParts:
    - location: {type: METHOD, path: /orders, method: GET}
      properties: {description: Orders}
paths: {}
```
```yaml
x-amazon-apigateway-documentation:
  version: '1'
  documentationParts:
    - location: {path: /orders}  # error: "type"
      properties: {description: Orders}
paths: {}
```
```yaml
x-amazon-apigateway-documentation:
  version: '1'
  documentationParts:
    - location: {type: METHOD, path: /orders, method: GET}
      properties: {description: Orders}
    - location: {type: '${Type}'}
      properties: {description: Orders}
    - location: {type: {Ref: Type}}
      properties: {description: Orders}
paths: {}
```

## References
- keys: doc-part-type
- https://docs.aws.amazon.com/apigateway/latest/api/API_DocumentationPartLocation.html
"""

from __future__ import annotations

from specforge.document.extensions import DOCUMENTATION_LOCATIONS
from specforge.ir import DocumentationPart
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule
from specforge.rules.words import unknown_word


@rule(on=DocumentationPart, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(part: DocumentationPart, context: Context) -> Findings:
    at, kind = part.origin.at("location"), part.location.get("type")
    if at is part.origin:
        yield Found(part.origin, "the documentation part has no location; it must have one")
    elif kind is None and at.at("type") is at:
        yield Found(at, "the location has no type; it must have one", on_key=True)
    elif kind is not None and "${" not in kind:
        name = "the type of the documentation part"
        yield from unknown_word(at.at("type"), kind, tuple(DOCUMENTATION_LOCATIONS), name=name)
