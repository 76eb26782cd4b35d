"""Checks that the log group or delivery stream of access logs has a name that AWS takes.

## Why is this bad?
The deployment fails.

## Examples
```yaml config
deploy:
  stages:
    dev: {logs: {access: {name: 'orders dev'}}}  # error: "a log group"
    test: {logs: {access: {to: firehose, name: logs/orders}}}  # error: "a delivery stream"
    prod:
      logs:
        access:
          to: firehose
          name: <47 x a>  # error: "at most 64"
```
```yaml config
deploy:
  stages:
    dev: {logs: {access: {name: /orders/dev}}}
    test: {logs: {access: {to: firehose, name: orders.test-1}}}
    live: {logs: {access: {to: none}}}
    prod:
      logs:
        access:
          to: firehose
          name: <46 x a>
```

## References
- https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html
- https://docs.aws.amazon.com/firehose/latest/APIReference/API_CreateDeliveryStream.html
"""

from __future__ import annotations

import re

from specforge import limits
from specforge.ir import AccessLog
from specforge.rules.rule import ERROR, Context, Findings, Found, rule

GROUP = re.compile(r"[.\-_/#A-Za-z0-9]+")
STREAM = re.compile(r"[a-zA-Z0-9_.-]+")
PREFIX = "amazon-apigateway-"
"""What API Gateway asks for at the start of the stream's name; what is built adds it."""


@rule(on=AccessLog, severity=ERROR, stops="gateway", since="0.1")
def check(log: AccessLog, context: Context) -> Findings:
    if log.name is None:
        return
    streamed = log.to == "firehose"
    name = PREFIX + log.name.removeprefix(PREFIX) if streamed else log.name
    what, letters = ("a delivery stream", STREAM) if streamed else ("a log group", GROUP)
    most = (limits.DELIVERY_STREAM_NAME if streamed else limits.LOG_GROUP_NAME).value
    at = log.origin.at("name")
    if not letters.fullmatch(name):
        signs = "'.', '_' and '-'" if streamed else "'.', '_', '-', '/' and '#'"
        yield Found(at, f"{name} is no name of {what}; it can hold letters, digits, {signs} only")
    elif len(name) > most:
        yield Found(at, f"the name of {what} has {len(name)} characters; it can have at most {most}")
