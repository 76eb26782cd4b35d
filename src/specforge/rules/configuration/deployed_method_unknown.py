"""Checks that settings of single methods are of methods that the API has.

## Why is this bad?
The throttle or cache that was meant for the method has no effect.

## Examples
```yaml config
deploy:
  stages:
    prod:
      throttle: {rate: 10, burst: 20, methods: {"GET /healt": {rate: 1, burst: 2}}}  # error: "did you mean GET /health?"
      cache: {methods: {"/health": {ttl: 60}}}  # error: "did you mean GET /health?"
  usage-plans:
    gold: {keys: [partner], throttle: {methods: {"POST /": {rate: 1}}}}  # error: "such as GET /health"
```
```yaml config
deploy:
  stages:
    dev: {}
    prod:
      throttle: {rate: 10, burst: 20, methods: {"GET /health": {rate: 1, burst: 2}}}
      cache: {methods: {"GET /health": {ttl: 60}}}
  usage-plans:
    free: {keys: [visitor]}
    gold: {keys: [partner], throttle: {methods: {"GET /health": {rate: 1}}}}
```
```yaml set:deploy.stages.prod.tracing=true
paths: {}
```

## References
- keys: limit-usage-plan-throttle-key
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html
"""

from __future__ import annotations

from specforge.ir import Stage, UsagePlan
from specforge.rules.rule import WARNING, Context, Findings, Found, rule
from specforge.spelling import did_you_mean


@rule(on=Stage | UsagePlan, severity=WARNING, since="0.1")
def check(node: Stage | UsagePlan, context: Context) -> Findings:
    from specforge.infrastructure.stages import find_method  # lazy: for deployments only

    named = [(name, one.origin) for name, one in node.throttle.methods] if node.throttle is not None else []
    if isinstance(node, Stage) and node.cache is not None:
        named += [(one.method, one.origin) for one in node.cache.methods]
    known = [f"{operation.method} {operation.path}" for operation in context.api.operations]
    for name, at in named if not context.document.completed_by_sam else ():
        if find_method(name, context.api) is None:
            hint = did_you_mean(name, known) or "; it must be one, such as " + next(iter(known), "GET /orders")
            yield Found(at, f"{name} is no method of this API{hint}", on_key=True)
