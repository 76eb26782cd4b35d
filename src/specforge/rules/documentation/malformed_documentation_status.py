"""Checks that the status of a documentation part is a status code or `*`.

## Why is this bad?
The import of the API fails.

## Examples
```yaml
x-amazon-apigateway-documentation:
  version: '1'
  documentationParts:
    - location: {type: RESPONSE, statusCode: 2XX}  # error: "2XX"
      properties: {description: Orders}
paths: {}
```
```yaml
x-amazon-apigateway-documentation:
  version: '1'
  documentationParts:
    - location: {type: RESPONSE, statusCode: '200'}
      properties: {description: Orders}
    - location: {type: RESPONSE, statusCode: '*'}
      properties: {description: Orders}
    - location: {type: RESPONSE, statusCode: '${Status}'}
      properties: {description: Orders}
paths: {}
```

## References
- keys: doc-part-status
- https://docs.aws.amazon.com/apigateway/latest/api/API_DocumentationPartLocation.html
"""

from __future__ import annotations

import re

from specforge.ir import DocumentationPart
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule

STATUS = re.compile(r"[1-5]\d\d|\*|\s*")


@rule(on=DocumentationPart, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(part: DocumentationPart, context: Context) -> Findings:
    status = part.location.get("statusCode", "")
    if not STATUS.fullmatch(status) and "${" not in status:
        yield Found(part.origin.at("location", "statusCode"), f"statusCode is {status}; it must be three digits or *")
