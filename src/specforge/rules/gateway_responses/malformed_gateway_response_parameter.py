"""Checks that a parameter of a gateway response names a header, and a value that is an expression or quoted.

## Why is this bad?
The import fails, or the header is sent with a wrong value.

## Examples
```yaml
x-amazon-apigateway-gateway-responses:
  DEFAULT_4XX:
    responseParameters:
      gatewayresponse.header.Access-Control-Allow-Origin: '*'  # error: "single quotes"
paths: {}
```
```yaml
x-amazon-apigateway-gateway-responses:
  DEFAULT_4XX:
    responseParameters:
      gatewayresponse.header.Access-Control-Allow-Origin: "'*'"
paths: {}
```

## References
- keys: gwr-param-key, gwr-param-quotes
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-gateway-responses.responseParameters.html
"""

from __future__ import annotations

import re

from specforge.ir import GatewayResponse
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule

TARGET = re.compile(r"gatewayresponse\.(header|path|querystring)\..+\Z")
VALUE = re.compile(r"'.*'\Z|(method\.request|context|stageVariables)\.", re.DOTALL)


@rule(on=GatewayResponse, severity=WARNING, since="0.1", kinds=(REST,))
def check(response: GatewayResponse, context: Context) -> Findings:
    for mapping in response.parameters:
        literal = mapping.value.literal
        if not TARGET.match(mapping.target):
            message = f"the target {mapping.target} must be gatewayresponse.header.<name>"
            yield Found(mapping.origin, message, on_key=True)
        elif literal and not VALUE.match(literal):
            yield Found(
                mapping.origin, f"the value {literal} is no expression; a static value must be in single quotes"
            )
