"""Checks that the Region of the deployment has the form of one.

## Why is this bad?
Nothing can be deployed there.

## Examples
```yaml config
deploy:
  region: eu-west  # error: "such as eu-west-1"
```
```yaml config
deploy:
  region: us-gov-west-1
```
```yaml config
deploy:
  stages: {prod: {}}
```

## References
- https://docs.aws.amazon.com/general/latest/gr/apigateway.html
"""

from __future__ import annotations

import re

from specforge.ir import Deployment
from specforge.rules.rule import ERROR, Context, Findings, Found, rule

REGION = re.compile(r"[a-z]+(-[a-z]+)+-\d+")


@rule(on=Deployment, severity=ERROR, stops="gateway", since="0.1")
def check(deployment: Deployment, context: Context) -> Findings:
    region = deployment.region
    if region is not None and not REGION.fullmatch(region):
        message = f"the Region is {region}; it must be one of AWS, such as eu-west-1"
        yield Found(deployment.origin.at("region"), message)
