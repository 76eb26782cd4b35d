"""Checks that a documentation part says something.

## Why is this bad?
The import of the API fails.

## Examples
```yaml
x-amazon-apigateway-documentation:
  version: '1'
  documentationParts:
    - location: {type: API}
      properties:  # error: "properties"
        {}
    - location: {type: API}  # error: "properties"
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

## References
- keys: doc-part-empty
- https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDocumentationPart.html
"""

from __future__ import annotations

from specforge.ir import DocumentationPart
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=DocumentationPart, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(part: DocumentationPart, context: Context) -> Findings:
    at = part.origin.at("properties")
    if at is part.origin or at.value in ({}, "", "{}", None):
        says = "Documentation part properties must be non-empty"
        yield Found(at, "the documentation part has no properties; it must have one", on_key=True, aws_message=says)
