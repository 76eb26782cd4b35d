"""Tells that a body may, by its schema, be larger than API Gateway passes on.

## Why is this bad?
Requests and answers have at most 10 MB; larger ones are refused. Larger files go by a presigned URL of S3, which the
short forms `upload` and `download` of x-specforge-integration make.

## Examples
```yaml
paths:
  /files:
    post:
      requestBody:
        content:
          text/plain:
            schema: {type: string, maxLength: 10485761}  # error: "10485761"
      responses: {'200': {description: ok}}
```
```yaml
paths:
  /files:
    post:
      requestBody:
        content:
          text/plain:
            schema: {type: string, maxLength: 10485760}
      responses: {'200': {description: ok}}
```
```yaml
paths:
  /a: {post: {requestBody: {content: {text/plain: {}, text/csv: {schema: {type: string}}, text/xml: {schema: {type: object}}}}}}
```

## References
- keys: limit-payload-schema
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import Content, Scalar
from specforge.ir.walk import resolve
from specforge.rules.rule import INFO, Context, Findings, Found, rule


@rule(on=Content, severity=INFO, since="0.1", needs="maxLength")
def check(content: Content, context: Context) -> Findings:
    schema = content.schema
    text = resolve(context.api, schema) if schema is not None else None
    longest = text.bounds.max_length if isinstance(text, Scalar) else None
    most = limits.PAYLOAD_BYTES.value
    if longest is not None and longest > most:
        message = f"the body may have {longest} characters; API Gateway passes on at most {most} bytes"
        yield Found(content.origin.at("schema"), message)
