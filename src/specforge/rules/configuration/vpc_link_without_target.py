"""Checks that a VPC link has what its kind of API asks for: one load balancer for a REST API, subnets for an HTTP API.

## Why is this bad?
The deployment fails.

## Examples
```yaml config
deploy:
  vpc-links:
    stock: {subnets: [subnet-0a1b2c3d]}  # error: "one target"
```
```yaml config
deploy:
  vpc-links:
    stock: {targets: ['arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/a/1', 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/b/2']}  # error: "has 2"
```
```yaml config http
deploy:
  vpc-links:
    stock: {targets: ['arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/a/1']}  # error: "subnets"
```
```yaml config
deploy:
  vpc-links:
    stock: {targets: ['arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/a/1']}
```
```yaml config http
deploy:
  vpc-links:
    stock: {subnets: [subnet-0a1b2c3d]}
```

## References
- https://docs.aws.amazon.com/apigateway/latest/api/API_CreateVpcLink.html
- https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/vpclinks.html
"""

from __future__ import annotations

from specforge.ir import Kind, VpcLink
from specforge.rules.rule import ERROR, Context, Findings, Found, rule


@rule(on=VpcLink, severity=ERROR, stops="gateway", since="0.1")
def check(link: VpcLink, context: Context) -> Findings:
    if context.api.kind is Kind.REST and len(link.targets) != 1:
        message = f"the VPC link {link.name} has {len(link.targets) or 'no'} targets; it must have one target"
        yield Found(link.origin.at("targets"), message, on_key=True)
    elif context.api.kind is Kind.HTTP and not link.subnets:
        yield Found(link.origin, f"the VPC link {link.name} has no subnets; it must have one", on_key=True)
