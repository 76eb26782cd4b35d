"""Checks that the name of the domain is one that API Gateway takes.

## Why is this bad?
The deployment of the domain fails. A name has small letters, digits, hyphens and dots; its first label may be `*`.

## Examples
```yaml config
deploy:
  domain: {name: Orders.example.com}  # error: "Orders.example.com"
```
```yaml config
deploy:
  domain: {name: my_orders.example.com}  # error: "my_orders"
```
```yaml config
deploy:
  domain: {name: orders-1.example.com}
```
```yaml config
deploy:
  domain: {name: '*.example.com'}
```

## References
- keys: dom-name-case
- https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/domainnames.html
"""

from __future__ import annotations

import re

from specforge.ir import Domain
from specforge.rules.rule import ERROR, Context, Findings, Found, rule

NAME = re.compile(r"(\*\.)?[a-z0-9.-]+")


@rule(on=Domain, severity=ERROR, stops="gateway", since="0.1")
def check(domain: Domain, context: Context) -> Findings:
    if domain.name.matches(NAME) is False:
        message = f"the domain is called {domain.name}; the name can hold small letters, digits, '.' and '-' only"
        yield Found(domain.origin.at("name"), message)
