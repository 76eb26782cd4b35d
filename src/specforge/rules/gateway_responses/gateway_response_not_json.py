"""Checks that the JSON template of a gateway response makes JSON.

## Why is this bad?
Clients fail to read the error. `$context.error.messageString` brings its own quotes; `$context.error.message` needs some.

## Examples
```yaml
x-amazon-apigateway-gateway-responses:
  THROTTLED:
    responseTemplates:
      application/json: '{"message": $context.error.message}'  # error: "JSON"
paths: {}
```
```yaml
x-amazon-apigateway-gateway-responses:
  THROTTLED:
    responseTemplates:
      application/json: '{"message": "$context.error.messageString"}'  # error: "JSON"
  UNAUTHORIZED: {responseTemplates: {application/json: '{"message": "${context.error.messageString}"}'}}  # error: "JSON"
paths: {}
```
```yaml
x-amazon-apigateway-gateway-responses:
  THROTTLED:
    responseTemplates:
      application/json: '{"message": $context.error.messageString, "id": "$context.requestId", "at": ${context.requestTimeEpoch}}'
paths: {}
```
```yaml
x-amazon-apigateway-gateway-responses:
  THROTTLED: {responseTemplates: {application/json: '', text/plain: $context.error.message}}
  UNAUTHORIZED: {responseTemplates: {application/json: '#if(1) {} #end'}}
paths: {}
```

## References
- keys: gwr-json-invalid
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html
"""

from __future__ import annotations

import re

import msgspec

from specforge.ir import GatewayResponse
from specforge.rules.gateway_responses.directive_in_gateway_response import VELOCITY
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule

NAME = r"((?:context|stageVariables|method)\.[\w.-]*\w)"
VARIABLE = re.compile(rf"\$!?(?:\{{{NAME}\}}|{NAME})")
QUOTED = ("context.error.messageString",)
WORDS = ("context.error.message", "context.error.responseType", "context.requestId", "context.extendedRequestId")


@rule(on=GatewayResponse, severity=WARNING, since="0.1", kinds=(REST,))
def check(response: GatewayResponse, context: Context) -> Findings:
    for template in response.templates:
        text = template.body.literal
        if text is None or not text.strip() or "json" not in template.media_type or VELOCITY.search(text):
            continue
        try:
            msgspec.json.decode(VARIABLE.sub(_sample, text))
        except (msgspec.DecodeError, RecursionError) as problem:
            reason = str(problem).removeprefix("JSON is malformed: ")
            yield Found(template.origin, f"with its variables replaced the template is no JSON: {reason}")


def _sample(variable: re.Match[str]) -> str:
    """Returns a value of the kind that a variable has; a number where it may be one."""
    name = variable[1] or variable[2]
    return '"text"' if name in QUOTED else "text" if name in WORDS else "0"
