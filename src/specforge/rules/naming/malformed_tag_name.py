"""Checks that the names of an HTTP API's tags are ones that AWS takes.

## Why is this bad?
The import of the API fails. AWS keeps names that start with aws: for itself.

## Examples
```yaml http
tags:
  - name: aws:team  # error: "aws:"
    x-amazon-apigateway-tag-value: shop
  - name: team?  # error: "letters"
    x-amazon-apigateway-tag-value: shop
  - name: <129 x k>  # error: "at most 128"
    x-amazon-apigateway-tag-value: shop
paths: {}
```
```yaml http
tags:
  - name: <128 x k>
    x-amazon-apigateway-tag-value: shop
  - name: any text? of a group
paths: {}
```

## References
- keys: tag-key
- https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/tags-resource-arn.html
"""

from __future__ import annotations

import re

from specforge import limits
from specforge.ir import Tag
from specforge.rules.rule import ERROR, HTTP, Context, Findings, Found, rule

CHARACTERS = re.compile(r"[\w\s.:/=+@-]*")


@rule(on=Tag, severity=ERROR, stops="gateway", since="0.1", kinds=(HTTP,))
def check(tag: Tag, context: Context) -> Findings:
    if tag.value is None or "${" in tag.name:
        return
    longest, name = limits.TAG_KEY.value, tag.origin.at("name")
    if len(tag.name) > longest:
        yield Found(name, f"the tag's name has {len(tag.name)} characters; it can have at most {longest}")
    elif tag.name.lower().startswith("aws:"):
        yield Found(name, f"the tag's name is {tag.name}; aws: is reserved at its start")
    elif not CHARACTERS.fullmatch(tag.name):
        yield Found(name, f"the tag's name is {tag.name}; it must be letters, digits, spaces and _ . : / = + - @")
