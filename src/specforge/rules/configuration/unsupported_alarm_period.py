"""Checks that an alarm looks at periods for which API Gateway has figures.

## Why is this bad?
The deployment fails, or the alarm never has data: the metrics of API Gateway are kept by the minute.

## Examples
```yaml config
deploy:
  alarms:
    server-errors: {threshold: 1, period: 90}  # error: "a multiple of 60"
    latency: {threshold: 500, period: 30}  # error: "a multiple of 60"
```
```yaml config
deploy:
  alarms:
    server-errors: {threshold: 1, period: 60}
    latency: {threshold: 500}
```

## References
- https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html
"""

from __future__ import annotations

from specforge.ir import Alarm
from specforge.limits import ALARM_PERIOD_STEP_S
from specforge.rules.rule import ERROR, Context, Findings, Found, rule


@rule(on=Alarm, severity=ERROR, stops="gateway", since="0.1")
def check(alarm: Alarm, context: Context) -> Findings:
    step, period = ALARM_PERIOD_STEP_S.value, alarm.period_s
    if period is not None and period % step:
        yield Found(alarm.origin.at("period"), f"the period is {period} seconds; it must be a multiple of {step}")
