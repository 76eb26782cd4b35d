"""Checks that the value of an AWS tag is no longer than AWS allows.

## Why is this bad?
The import of the API fails.

## Examples
```yaml http
tags:
  - name: team
    x-amazon-apigateway-tag-value: <257 x x>  # error: "at most 256"
paths: {}
```
```yaml http
tags:
  - name: team
    x-amazon-apigateway-tag-value: <256 x x>
paths: {}
```
```yaml http
tags:
  - {name: a}
  - name: b
    x-amazon-apigateway-tag-value: ${team}<300 x b>
paths: {}
```

## References
- keys: limit-tags
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-tag-value.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import Tag
from specforge.rules.rule import ERROR, HTTP, Context, Findings, Found, rule


@rule(on=Tag, severity=ERROR, stops="gateway", since="0.1", kinds=(HTTP,))
def check(tag: Tag, context: Context) -> Findings:
    value, longest = tag.value or "", limits.TAG_VALUE.value
    length = len(value)
    if length > longest and "${" not in value:
        message = f"the value of the tag {tag.name} has {length} characters; it can have at most {longest}"
        yield Found(tag.origin.at("x-amazon-apigateway-tag-value"), message)
