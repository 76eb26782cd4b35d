"""Tells that a root tag of an HTTP API becomes a tag of the AWS resource.

## Why is this bad?
Tags that only group operations end up on the bill, with an empty value. Leave them out of the root list, or give them
an x-amazon-apigateway-tag-value.

## Examples
```yaml http
tags:
  - {name: orders}  # error: "AWS tag"
paths: {}
```
```yaml http
tags:
  - {name: team, x-amazon-apigateway-tag-value: shop}
paths: {}
```
```yaml
tags:
  - {name: orders}
paths: {}
```

## References
- keys: struct-tags-become-aws-tags
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-tag-value.html
"""

from __future__ import annotations

from specforge.ir import Tag
from specforge.rules.rule import HTTP, INFO, Context, Findings, Found, rule


@rule(on=Tag, severity=INFO, since="0.1", kinds=(HTTP,))
def check(tag: Tag, context: Context) -> Findings:
    if tag.value is None:
        yield Found(tag.origin, f"the tag {tag.name} becomes an AWS tag of the API, with an empty value")
