"""Checks that VPC endpoints, subnets and security groups are named by their ids.

## Why is this bad?
The deployment fails.

## Examples
```yaml config
deploy:
  endpoint:
    type: private
    vpc-endpoints: [main]  # error: "such as vpce-"
```
```yaml config http
deploy:
  vpc-links:
    stock:
      subnets: [subnet-0a1b2c3d, private]  # error: "such as subnet-"
      security-groups: [default]  # error: "such as sg-"
```
```yaml config http
deploy:
  endpoint: {type: regional}
  vpc-links:
    stock: {subnets: [subnet-0a1b2c3d, {Ref: Subnet}], security-groups: [sg-0a1b2c3d]}
```
```yaml config
deploy:
  endpoint: {type: private, vpc-endpoints: [vpce-0a1b2c3d]}
```

## References
- https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/vpclinks.html
- https://docs.aws.amazon.com/apigateway/latest/api/API_EndpointConfiguration.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from specforge.diagnostics import Origin
from specforge.ir import Deployment
from specforge.rules.rule import ERROR, Context, Findings, Found, rule
from specforge.source import Text


@rule(on=Deployment, severity=ERROR, stops="gateway", since="0.1")
def check(deployment: Deployment, context: Context) -> Findings:
    for texts, at, prefix in _named(deployment):
        for index, text in enumerate(texts):
            if text.matches(re.compile(rf"{prefix}-[0-9a-z]+")) is False:
                yield Found(at.at(index), f"{at.key} holds {text}; it must be an id, such as {prefix}-0a1b2c3d")


def _named(deployment: Deployment) -> Iterator[tuple[tuple[Text, ...], Origin, str]]:
    if deployment.endpoint is not None:
        yield deployment.endpoint.vpc_endpoints, deployment.endpoint.origin.at("vpc-endpoints"), "vpce"
    for link in deployment.vpc_links:
        yield link.subnets, link.origin.at("subnets"), "subnet"
        yield link.security_groups, link.origin.at("security-groups"), "sg"
