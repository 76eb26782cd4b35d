"""Checks that the format of an HTTP API's access log is no larger than AWS takes.

## Why is this bad?
The deployment of the stage fails.

## Examples
```yaml config http
deploy:
  stages:
    prod:
      logs:
        access: {to: cloudwatch, format: '$context.requestId<3055 x .>'}  # error: "at most 3072"
```
```yaml config http
deploy:
  stages:
    prod:
      logs:
        access: {to: cloudwatch, format: '$context.requestId<3054 x .>'}
```

## References
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import AccessLog
from specforge.rules.rule import ERROR, HTTP, Context, Findings, Found, rule


@rule(on=AccessLog, severity=ERROR, stops="gateway", since="0.1", kinds=(HTTP,))
def check(log: AccessLog, context: Context) -> Findings:
    size, largest = len(log.format.encode()), limits.HTTP_ACCESS_LOG_FORMAT_BYTES.value
    if size > largest:
        yield Found(log.origin.at("format"), f"the format has {size} bytes; it can have at most {largest}")
