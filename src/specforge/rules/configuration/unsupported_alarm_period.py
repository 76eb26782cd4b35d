"""Checks that an alarm looks at periods for which API Gateway has figures.

## Why is this bad?
CloudWatch refuses the alarm. It takes 10, 20 and 30 seconds too, but API Gateway's metrics are kept by the minute.

## Examples
```yaml config
deploy:
  alarms:
    server-errors: {threshold: 1, period: 90}  # error: "a multiple of 60"
    latency: {threshold: 500, period: 40}  # error: "a multiple of 60"
```
```yaml config
deploy:
  alarms:
    server-errors: {threshold: 1, period: 60}
    latency: {threshold: 500}
    throttles: {threshold: 1, period: 30}
```

## References
- https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html
"""

from __future__ import annotations

from specforge.ir import Alarm
from specforge.limits import ALARM_PERIOD_STEP_S
from specforge.rules.rule import ERROR, Context, Findings, Found, rule

SHORT = (10, 20, 30)


@rule(on=Alarm, severity=ERROR, stops="gateway", since="0.1")
def check(alarm: Alarm, context: Context) -> Findings:
    step, period = ALARM_PERIOD_STEP_S.value, alarm.period_s
    if period is not None and period % step and period not in SHORT:
        yield Found(alarm.origin.at("period"), f"the period is {period} seconds; it must be a multiple of {step}")
