"""Checks that stage variables have names that API Gateway takes.

## Why is this bad?
The deployment fails; in a URI the variable is never filled in.

## Examples
```yaml config
deploy:
  stages:
    prod:
      variables: {orders-table: orders}  # error: "orders-table"
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://${stageVariables.orders-host}/orders  # error: "orders-host"
```
```yaml config
deploy:
  stages:
    prod:
      variables: {orders_table: orders}
```

## References
- keys: limit-stage-var-name
- https://docs.aws.amazon.com/apigateway/latest/developerguide/aws-api-gateway-stage-variables-reference.html
"""

from __future__ import annotations

import re

from specforge.ir import FullIntegration, Stage
from specforge.rules.rule import ERROR, Context, Findings, Found, rule

NAME = re.compile(r"[A-Za-z0-9_]+\Z")


@rule(on=Stage | FullIntegration, severity=ERROR, stops="gateway", since="0.1")
def check(node: Stage | FullIntegration, context: Context) -> Findings:
    if isinstance(node, Stage):
        at = node.origin.at("variables")
        used = [(name, at.at(name), True) for name in node.variables]
    else:
        texts = [(node.uri, "uri"), (node.credentials, "credentials"), (node.connection.id, "connectionId")]
        used = [
            (part.name, node.origin.at(key), False)
            for text, key in texts
            if text is not None
            for part in text.deferred
            if part.tool == "stage"
        ]
    for name, origin, on_key in used:
        if not NAME.match(name):
            yield Found(
                origin,
                f"the stage variable is called {name}; the name must be letters, digits and underscores",
                on_key=on_key,
                aws_message=f"Invalid stage variable name: {name}. Please use names with only word characters.",
            )
