"""Checks that what the deployment names by its ARN has one of the right service.

## Why is this bad?
The deployment fails.

## Examples
```yaml config
deploy:
  stages: {prod: {waf: my-acl}}  # error: "waf is my-acl; it must be an ARN of wafv2"
  domain: {name: api.example.com, certificate: api.example.com}  # error: "an ARN of acm or iam"
  functions: {health: {role: writer}}  # error: "an ARN of iam"
  vpc-links: {stock: {targets: [balancer]}}  # error: "targets[0] is balancer; it must be an ARN of elasticloadbalancing"
  alarms: {server-errors: {threshold: 1}, notify: [ops]}  # error: "must be an ARN"
```
```yaml config
deploy:
  stages: {prod: {logs: {key: 'arn:aws:s3:::keys'}}}  # error: "an ARN of kms"
  domain: {name: a.example.com, mutual-tls: {truststore: 's3://a/b.pem', ownership-certificate: mine}}  # error: "of acm"
```
```yaml config
deploy:
  stages:
    dev: {waf: {Ref: Acl}}
    prod: {waf: 'arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/a/1', logs: {key: 'arn:aws:kms:eu-west-1:123456789012:key/1'}}
  domain: {name: api.example.com, certificate: 'arn:aws:acm:eu-west-1:123456789012:certificate/1'}
  functions: {health: {}, late: {role: 'arn:aws:iam::123456789012:role/writer'}}
  vpc-links: {stock: {targets: ['arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/a/1']}}
  alarms: {server-errors: {threshold: 1}, notify: ['arn:aws:sns:eu-west-1:123456789012:ops']}
```

## References
- https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from specforge.diagnostics import Origin
from specforge.ir import Deployment
from specforge.rules.rule import ERROR, Context, Findings, Found, rule
from specforge.source import Text
from specforge.spelling import listed

Named = tuple[Text | None, Origin, tuple[str, ...]]


@rule(on=Deployment, severity=ERROR, stops="gateway", since="0.1")
def check(deployment: Deployment, context: Context) -> Findings:
    for text, at, services in _named(deployment):
        form = re.compile(rf"arn:[^:]+:(?:{'|'.join(services) or '[^:]+'}):[^:]*:[^:]*:.+")
        if text is not None and text.matches(form) is False:
            name = f"{at.parent.key}[{at.key}]" if isinstance(at.key, int) and at.parent is not None else at.key
            yield Found(at, f"{name} is {text}; it must be an ARN{f' of {listed(services)}' if services else ''}")


def _named(deployment: Deployment) -> Iterator[Named]:
    """Yields what is named by an ARN, with the services of which one has it; those of an alarm are many."""
    for stage in deployment.stages:
        yield stage.waf, stage.origin.at("waf"), ("wafv2", "waf-regional")
        yield stage.log_key, stage.origin.at("logs", "key"), ("kms",)
    domain = deployment.domain
    if domain is not None:
        yield domain.certificate, domain.origin.at("certificate"), ("acm", "iam")
        yield domain.ownership_certificate, domain.origin.at("mutual-tls", "ownership-certificate"), ("acm",)
    for function in deployment.functions:
        yield function.role, function.origin.at("role"), ("iam",)
    for link in deployment.vpc_links:
        for index, target in enumerate(link.targets):
            yield target, link.origin.at("targets", index), ("elasticloadbalancing",)
    if deployment.alarms is not None:
        for index, told in enumerate(deployment.alarms.notify):
            yield told, deployment.alarms.origin.at("notify", index), ()
