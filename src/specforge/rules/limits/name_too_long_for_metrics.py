"""Checks that the name of the API and of its resources fit into CloudWatch.

## Why is this bad?
A dimension of a metric has at most 255 characters: metrics of what is called longer are lost. Resources count only
where a stage has detailed metrics.

## Examples
```yaml
info: {title: <256 x a>, version: '1'}  # error: "at most 255"
paths: {}
```
```yaml
info: {title: <255 x a>, version: '1'}
paths: {}
```
```yaml set:deploy.stages.prod.metrics=true
paths:
  /<255 x a>: {get: {}}  # error: "256 characters"
```
```yaml set:deploy.stages.prod.metrics=true set:api.name=orders
info: {title: <256 x a>, version: '1'}
paths:
  /<254 x a>: {get: {}}
```
```yaml set:deploy.stages.prod.metrics=false
paths:
  /<255 x a>: {get: {}}
```

## References
- keys: limit-metric-dimension
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import Api
from specforge.rules.paths import path_origin
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Api, severity=WARNING, since="0.1", kinds=(REST,))
def check(api: Api, context: Context) -> Findings:
    longest = limits.METRIC_DIMENSION.value
    if api.name is None and len(api.title) > longest:
        message = f"the API's title has {len(api.title)} characters; a metric's dimension can have at most {longest}"
        yield Found(api.origin.at("info", "title"), message)
    stages = api.deployment.stages if api.deployment is not None else ()
    for operation in api.operations if any(stage.metrics for stage in stages) else ():
        if len(operation.path) > longest:
            message = f"the path has {len(operation.path)} characters; a metric's dimension can have at most {longest}"
            yield Found(path_origin(operation), message, on_key=True)
