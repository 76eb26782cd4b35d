"""Checks that the template of a gateway response uses variables only.

## Why is this bad?
API Gateway replaces `$context` and `$stageVariables` there and runs no Velocity: all else is sent as it is written.

## Examples
```yaml
x-amazon-apigateway-gateway-responses:
  THROTTLED:
    responseTemplates:
      application/json: '#set($x = 1){"n": $x}'  # error: "#set"
paths: {}
```
```yaml
x-amazon-apigateway-gateway-responses:
  THROTTLED:
    responseTemplates: {application/json: '{"message": $context.error.messageString, "color": "#ifa"}'}
paths: {}
```

## References
- keys: gwr-template-vtl
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html
"""

from __future__ import annotations

import re

from specforge.diagnostics import Inside
from specforge.ir import GatewayResponse
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule

VELOCITY = re.compile(r"#(?:set|if|elseif|foreach|macro)\s*\(|#(?:else|end)\b|\$!?\{?(?:input|util)\b")


@rule(on=GatewayResponse, severity=WARNING, since="0.1", kinds=(REST,))
def check(response: GatewayResponse, context: Context) -> Findings:
    for template in response.templates:
        found = VELOCITY.search(template.body.literal or "")
        if found is None:
            continue
        at = template.origin
        place = Inside(at, found.start(), found.end()) if isinstance(at.value, str) else at
        word = found[0].rstrip("( ")
        yield Found(place, f"{word} is not processed in a gateway response, which replaces variables only")
