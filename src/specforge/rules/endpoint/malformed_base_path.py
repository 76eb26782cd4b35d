"""Checks that the base path of the domain is one that API Gateway takes.

## Why is this bad?
The deployment of the mapping fails. A base path has letters, digits and `$-_.+!*'()/`, at most 300 of them.

## Examples
```yaml config
deploy:
  endpoint: {type: regional}
  region: eu-west-1
  domain:
    name: orders.example.com
    base-path: a b  # error: "' '"
```
```yaml config
deploy:
  endpoint: {type: regional}
  region: eu-west-1
  domain:
    name: orders.example.com
    base-path: $a-b_c.d+e!f*g(h)
```
```yaml config
deploy:
  endpoint: {type: regional}
  region: eu-west-1
  domain:
    name: orders.example.com
    base-path: <301 x a>  # error: "at most 300"
```
```yaml config
deploy:
  endpoint: {type: regional}
  region: eu-west-1
  domain:
    name: orders.example.com
    base-path: <300 x a>
```
```yaml config
deploy:
  domain: {name: a.example.com, base-path: '${base path}'}
```

## References
- keys: dom-mapping-charset
- https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html
"""

from __future__ import annotations

import re

from specforge import limits
from specforge.ir import Domain
from specforge.rules.rule import ERROR, Context, Findings, Found, rule

REFUSED = re.compile(r"[^A-Za-z0-9$\-_.+!*'()/]")


@rule(on=Domain, severity=ERROR, stops="gateway", since="0.1")
def check(domain: Domain, context: Context) -> Findings:
    path = (domain.base_path or "").strip("/")
    found, longest, at = REFUSED.search(path), limits.BASE_PATH.value, domain.origin.at("base-path")
    if "${" in path:
        return
    if found is not None:
        yield Found(at, f"the base path holds {found[0]!r}; it can hold letters, digits and $-_.+!*'()/ only")
    elif len(path) > longest:
        yield Found(at, f"the base path has {len(path)} characters; it can have at most {longest}")
