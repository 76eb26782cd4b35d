"""Tells that API Gateway has no form parameters.

## Why is this bad?
The importer reads path, query and header parameters and ignores the rest. specforge writes form parameters of OpenAPI
2.0 as a body, so this is said of documents that are imported as they are.

## Examples
```yaml as-is
swagger: '2.0'
paths:
  /orders:
    post:
      parameters:
        - {name: file, in: formData, type: string}  # error: "formData"
      responses: {'200': {description: ok}}
```
```yaml
swagger: '2.0'
paths:
  /orders:
    post:
      parameters:
        - {name: file, in: formData, type: string}
      responses: {'200': {description: ok}}
```
```yaml as-is
swagger: '2.0'
paths:
  /orders:
    get: {parameters: [{name: id, in: query, type: string}], responses: {}}
```

## References
- keys: param-formdata
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
"""

from __future__ import annotations

from specforge.document import Cursor
from specforge.rules.rule import AS_IS, REST, WARNING, Context, Findings, Found, Raw, rule


@rule(on=Raw("in"), severity=WARNING, since="0.1", kinds=(REST,), needs=AS_IS)
def check(location: Cursor, context: Context) -> Findings:
    if context.as_is and context.document.version.swagger and location.value == "formData":
        yield Found(location, "the parameter is in formData, which API Gateway ignores; it must be a body")
