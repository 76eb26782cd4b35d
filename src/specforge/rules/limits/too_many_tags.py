"""Checks that an HTTP API has no more tags than an AWS resource can have.

## Why is this bad?
Each root tag of the document becomes a tag of the API; the import fails beyond 50.

## Examples
```yaml http
tags:  # error: "at most 50"
  - {name: team<n>, x-amazon-apigateway-tag-value: shop}  # times 51
paths: {}
```
```yaml http
tags:
  - {name: team<n>, x-amazon-apigateway-tag-value: shop}  # times 50
paths: {}
```

## References
- keys: limit-tags
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-tag-value.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import Api
from specforge.rules.rule import ERROR, HTTP, Context, Findings, Found, rule


@rule(on=Api, severity=ERROR, stops="gateway", since="0.1", kinds=(HTTP,))
def check(api: Api, context: Context) -> Findings:
    count, most = len(api.tags), limits.TAGS.value
    if count > most:
        message = f"the document has {count} tags, which become AWS tags; there can be at most {most}"
        yield Found(api.origin.at("tags"), message, on_key=True)
