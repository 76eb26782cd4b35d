"""Checks that the quota of a usage plan is one that API Gateway takes.

## Why is this bad?
The deployment fails. The offset, requests already taken in the first period, can be at most 0 a day, 6 a week and 27 a
month.

## Examples
```yaml config
deploy:
  usage-plans:
    a: {quota: {limit: 0, per: day}}  # error: "at least 1"
    b: {quota: {limit: 9, per: day, offset: 1}}  # error: "at most 0"
    c: {quota: {limit: 9, per: week, offset: 7}}  # error: "at most 6"
    d: {quota: {limit: 9, per: month, offset: 28}}  # error: "at most 27"
```
```yaml config
deploy:
  usage-plans:
    a: {quota: {limit: 1, per: day, offset: 0}}
    b: {quota: {limit: 9, per: week, offset: 6}}
    c: {quota: {limit: 9, per: month, offset: 27}}
```
```yaml config
deploy:
  usage-plans:
    a: {quota: {limit: 9, per: year, offset: 30}}
    b: {quota: {limit: 9, per: month}}
```

## References
- keys: limit-usage-plan-offset
- https://docs.aws.amazon.com/apigateway/latest/api/API_QuotaSettings.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import Quota
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=Quota, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(quota: Quota, context: Context) -> Findings:
    fewest = limits.USAGE_PLAN_QUOTA_MIN.value
    if quota.limit < fewest:
        yield Found(quota.origin.at("limit"), f"the quota is {quota.limit} requests; it must be at least {fewest}")
    most = limits.USAGE_PLAN_OFFSETS.get(quota.per)
    if most is not None and (quota.offset or 0) > most.value:
        message = f"the offset is {quota.offset}; for a quota per {quota.per} it can be at most {most.value}"
        yield Found(quota.origin.at("offset"), message)
