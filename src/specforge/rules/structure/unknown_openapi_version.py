"""Checks that the document states an OpenAPI version that specforge reads.

## Why is this bad?
Nothing can be told of a document whose version is not known.

## Examples
```yaml
info: {title: Orders, version: '1'}
openapi: 4.0.0  # error: "4.0.0"
paths: {}
```
```yaml
info: {title: Orders, version: '1'}
swagger: '1.2'  # error: "1.2"
paths: {}
```
```yaml
openapi: 3.0.1
info: {title: Orders, version: '1'}
paths: {}
```

## References
- keys: struct-version-missing
- https://spec.openapis.org/oas/v3.0.3#openapi-object
"""

from __future__ import annotations

from specforge.document import Document
from specforge.rules.rule import ERROR, EVERY_KIND, Context, Findings, Found, rule


@rule(on=Document, severity=ERROR, stops="everything", since="0.1", kinds=EVERY_KIND)
def check(document: Document, context: Context) -> Findings:
    version = document.version
    if version.known:
        return
    root = document.root
    known = "it must be 2.0, 3.0, 3.1 or 3.2"
    if version.spelling:
        key = "openapi" if root.get("openapi") is not None else "swagger"
        yield Found(root.at(key), f"the OpenAPI version is {version.spelling}; {known}")
    else:
        yield Found(root, f"the document states no OpenAPI version; {known}", on_key=True)
