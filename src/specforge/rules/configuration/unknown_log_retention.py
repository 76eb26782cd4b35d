"""Checks that logs are kept for a number of days that CloudWatch has.

## Why is this bad?
The deployment fails.

## Examples
```yaml config
deploy:
  stages:
    prod: {logs: {retention: 100}}  # error: "it must be 1, 3, 5, 7, 14, 30"
```
```yaml config
deploy:
  stages:
    prod: {logs: {retention: 30}}
    test: {}
```

## References
- https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
"""

from __future__ import annotations

from specforge.ir import Stage
from specforge.limits import LOG_RETENTION_DAYS as DAYS
from specforge.rules.rule import ERROR, Context, Findings, Found, rule
from specforge.spelling import listed


@rule(on=Stage, severity=ERROR, stops="gateway", since="0.1")
def check(stage: Stage, context: Context) -> Findings:
    days = stage.log_retention_days
    if days is not None and days not in DAYS:
        message = f"logs are kept for {days} days; it must be {listed([str(one) for one in DAYS])}"
        yield Found(stage.origin.at("logs", "retention"), message)
