"""Checks that bodies are declared under media types.

## Why is this bad?
The import of a REST API fails for a content type that is none; other tools cannot read it either.

## Examples
```yaml
paths:
  /orders:
    get:
      responses:
        '200':
          description: ok
          content:
            json:  # error: "json"
              schema: {type: object}
```
```yaml
paths:
  /orders:
    get:
      responses:
        '200':
          description: ok
          content:
            application/vnd.orders.v1+json;charset=utf-8: {schema: {type: object}}
```

## References
- keys: resp-content-type-invalid
- https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings-models.html
"""

from __future__ import annotations

import re

from specforge.ir import Content
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule

NAME = r"(?:[!#$%&'^_`|~A-Za-z0-9.+*-]+)"
MEDIA_TYPE = re.compile(rf"{NAME}/{NAME}\s*(?:;.*)?", re.DOTALL)


@rule(on=Content, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(content: Content, context: Context) -> Findings:
    if not MEDIA_TYPE.fullmatch(content.media_type) and "${" not in content.media_type:
        yield Found(
            content.origin,
            f"{content.media_type} is no media type; it must be like application/json",
            on_key=True,
            aws_message=f"Invalid content type specified: {content.media_type}",
        )
