"""Checks, under --import-as-is, that the document is of a version that API Gateway imports.

## Why is this bad?
API Gateway takes OpenAPI 2.0 (REST APIs only) and 3.0. specforge brings 3.1 down to 3.0.1 itself, so that this is
no error unless the document is to be imported unchanged.

## Examples
```yaml as-is
openapi: 3.1.0  # error: "3.1.0"
info: {title: Orders, version: '1'}
```
```yaml
openapi: 3.1.0
info: {title: Orders, version: '1'}
```
```yaml as-is
swagger: '2.0'
paths: {}
```
```yaml as-is http
swagger: '2.0'  # error: "imports 3.0"
paths: {}
```
```yaml as-is
openapi: 3.0.3
paths: {}
```

## References
- keys: struct-openapi-31, struct-swagger-on-http
- https://docs.aws.amazon.com/apigateway/latest/developerguide/import-export-api-endpoints.html
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-open-api.html
"""

from __future__ import annotations

from specforge.document import Document
from specforge.ir import Kind
from specforge.rules.rule import AS_IS, ERROR, Context, Findings, Found, rule


@rule(on=Document, severity=ERROR, stops="gateway", since="0.1", needs=AS_IS)
def check(document: Document, context: Context) -> Findings:
    version = document.version
    http = context.api.kind is Kind.HTTP
    if not context.as_is or not version.known or (version.major, version.minor) == (3, 0):
        return
    if version.swagger and not http:
        return
    wanted = "3.0" if http else "2.0 or 3.0"
    says = f"Unable to build importer with provided input. Unable to determine OAS version from '{version.spelling}'"
    yield Found(
        document.root.at("swagger" if version.swagger else "openapi"),
        f"the document is OpenAPI {version.spelling}; API Gateway imports {wanted}",
        aws_message=says if http else "Invalid OpenAPI input.",
    )
