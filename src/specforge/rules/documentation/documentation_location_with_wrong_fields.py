"""Checks that the location of a documentation part has the fields of its type, and no others.

## Why is this bad?
The import of the API fails.

## Examples
```yaml
x-amazon-apigateway-documentation:
  version: '1'
  documentationParts:
    - location: {type: API, path: /orders}  # error: "path"
      properties: {description: Orders}
    - location: {type: QUERY_PARAMETER, path: /orders, method: GET}  # error: "name"
      properties: {description: Orders}
    - location: {type: METHOD, path: /orders, method: GET, statusCode: '200'}  # error: "statusCode"
      properties: {description: Orders}
paths: {}
```
```yaml
x-amazon-apigateway-documentation:
  version: '1'
  documentationParts:
    - location: {type: API}
      properties: {description: Orders}
    - location: {type: MODEL, name: Order}
      properties: {description: Orders}
    - location: {type: RESPONSE, path: /orders, method: GET, statusCode: '200'}
      properties: {description: Orders}
paths: {}
```

## References
- keys: doc-part-fields
- https://docs.aws.amazon.com/apigateway/latest/api/API_DocumentationPartLocation.html
"""

from __future__ import annotations

from specforge.document.extensions import DOCUMENTATION_LOCATIONS, NAMED_LOCATIONS
from specforge.ir import DocumentationPart
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule

AWS_SAYS = {"API": "[Location type: API cannot have path, method, statusCode or name defined.]"}


@rule(on=DocumentationPart, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(part: DocumentationPart, context: Context) -> Findings:
    kind = part.location.get("type", "")
    allowed = DOCUMENTATION_LOCATIONS.get(kind)
    if allowed is None:
        return
    at = part.origin.at("location")
    for key in at.value:
        if key != "type" and key not in allowed:
            message = f"a documentation part of type {kind} can have no {key}"
            yield Found(at.at(key), message, on_key=True, aws_message=AWS_SAYS.get(kind))
    if kind in NAMED_LOCATIONS and at.at("name") is at:
        yield Found(at, f"a documentation part of type {kind} must have a name", on_key=True)
