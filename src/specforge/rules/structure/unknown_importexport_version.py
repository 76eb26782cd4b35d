"""Checks that the import and export version is the only one that exists.

## Why is this bad?
The developer guide knows 1.0 alone. What API Gateway does with another one is unconfirmed.

## Examples
```yaml http
x-amazon-apigateway-importexport-version: '2.0'  # error: "1.0"
paths: {}
```
```yaml fixed
x-amazon-apigateway-importexport-version: '1.0'
paths: {}
```
```yaml http
x-amazon-apigateway-importexport-version: true  # malformed-extension
paths: {}
```

## References
- keys: struct-importexport-version
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-extensions-importexport-version.html
"""

from __future__ import annotations

from specforge.ir import Api
from specforge.rules.fixes import replacing
from specforge.rules.rule import HTTP, WARNING, Context, Findings, Found, rule

KEY = "x-amazon-apigateway-importexport-version"


@rule(on=Api, severity=WARNING, since="0.1", kinds=(HTTP,))
def check(api: Api, context: Context) -> Findings:
    version, at = api.importexport_version, api.origin.at(KEY)
    if version is not None and version.literal not in (None, "1.0") and not isinstance(at.value, bool):
        yield Found(at, f"the import and export version is {version}; it must be 1.0", fix=replacing(at, "1.0"))
