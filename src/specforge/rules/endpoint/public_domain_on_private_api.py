"""Checks that a private API is not given a public custom domain.

## Why is this bad?
The deployment fails: a private API is reached by its VPC endpoints, and takes only a private custom domain.

## Examples
```yaml config
deploy:
  endpoint: {type: private}
  domain: {name: orders.example.com}  # error: "private"
```
```yaml config
deploy:
  endpoint: {type: regional}
  domain: {name: orders.example.com}
```
```yaml config
deploy:
  endpoint: {type: private}
```

## References
- https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-custom-domains.html
"""

from __future__ import annotations

from specforge.ir import Domain
from specforge.rules.endpoints import endpoint_type
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=Domain, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(domain: Domain, context: Context) -> Findings:
    if endpoint_type(context.api) == "private":
        yield Found(domain.origin, "the endpoint is private; it must have no public custom domain", on_key=True)
