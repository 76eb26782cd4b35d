"""Checks that a throttle is below that of the whole account.

## Why is this bad?
The account's own throttle sets in first: 10000 requests a second and a bucket of 5000 by default, in some Regions
2500 and 1250. AWS raises the rate on request.

## Examples
```yaml config
deploy:
  region: eu-west-1
  stages:
    prod:
      throttle:
        rate: 10001  # error: "10000"
        burst: 5000
```
```yaml config
deploy:
  region: eu-west-1
  stages:
    prod:
      throttle:
        rate: 10000
        burst: 5001  # error: "5000"
```
```yaml config
deploy:
  region: eu-west-1
  stages:
    prod:
      throttle:
        rate: 10000
        burst: 5000
```
```yaml config
deploy:
  region: eu-south-1
  stages:
    prod:
      throttle:
        rate: 2501  # error: "2500"
        burst: 1251  # error: "1250"
```
```yaml config
deploy:
  region: eu-south-1
  stages:
    prod:
      throttle:
        rate: 2500
        burst: 1250
        methods: {GET /health: {}}
```

## References
- https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import Throttle
from specforge.rules.rule import WARNING, Context, Findings, Found, rule


@rule(on=Throttle, severity=WARNING, since="0.1")
def check(throttle: Throttle, context: Context) -> Findings:
    region = context.api.deployment.region if context.api.deployment is not None else None
    small = region in limits.SMALL_REGIONS
    rate = limits.SMALL_REGION_RATE if small else limits.ACCOUNT_RATE
    burst = limits.SMALL_REGION_BURST if small else limits.ACCOUNT_BURST
    if throttle.rate is not None and throttle.rate > rate.value:
        message = f"the rate is {throttle.rate:g} requests a second; the account's default quota is {rate.value}"
        yield Found(throttle.origin.at("rate"), message)
    if throttle.burst is not None and throttle.burst > burst.value:
        message = f"the burst is {throttle.burst} requests; the account's default quota is {burst.value}"
        yield Found(throttle.origin.at("burst"), message)
