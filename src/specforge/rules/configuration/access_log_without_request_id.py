"""Checks that a line of the access log holds the id of the request.

## Why is this bad?
API Gateway takes no format without `$context.requestId` or `$context.extendedRequestId`; the deployment fails.

## Examples
```yaml config
deploy:
  stages:
    prod:
      logs:
        access: {to: cloudwatch, format: '$context.status $context.path'}  # error: "requestId"
```
```yaml config
deploy:
  stages:
    prod:
      logs:
        access: {to: cloudwatch, format: '$context.requestId $context.status'}
```
```yaml config
deploy:
  stages:
    prod:
      logs:
        access: {to: cloudwatch, format: '$context.extendedRequestId'}
```
```yaml config
deploy:
  stages:
    prod:
      logs:
        access: {to: cloudwatch, format: 'json'}
```

## References
- https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
"""

from __future__ import annotations

import re

from specforge.ir import AccessLog
from specforge.rules.rule import ERROR, Context, Findings, Found, rule

NAMES = ("json", "clf", "csv", "xml")
REQUEST_ID = re.compile(r"\$context\.(requestId|extendedRequestId)\b")


@rule(on=AccessLog, severity=ERROR, stops="gateway", since="0.1")
def check(log: AccessLog, context: Context) -> Findings:
    if log.format.lower() not in NAMES and not REQUEST_ID.search(log.format):
        yield Found(
            log.origin.at("format"),
            "the format has no id of the request; it must have $context.requestId or $context.extendedRequestId",
            aws_message="Access Log format must include either $context.requestId or $context.extendedRequestId",
        )
