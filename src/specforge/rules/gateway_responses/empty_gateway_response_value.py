"""Checks that the parameters and templates of a gateway response have values.

## Why is this bad?
The import of the API fails.

## Examples
```yaml
x-amazon-apigateway-gateway-responses:
  THROTTLED:
    responseParameters:
      gatewayresponse.header.Retry-After: ''  # error: "a value"
    responseTemplates:
      application/json: null  # error: "a value"
paths: {}
```
```yaml
x-amazon-apigateway-gateway-responses:
  THROTTLED:
    responseParameters: {gatewayresponse.header.Retry-After: "'5'"}
    responseTemplates: {application/json: ''}
  UNAUTHORIZED: {responseParameters: []}
  ACCESS_DENIED: {statusCode: ''}
paths: {}
```

## References
- keys: gwr-null-value
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-gateway-responses.gatewayResponse.html
"""

from __future__ import annotations

from specforge.ir import GatewayResponse
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=GatewayResponse, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(response: GatewayResponse, context: Context) -> Findings:
    for key, empty in (("responseParameters", (None, "")), ("responseTemplates", (None,))):
        at = response.origin.at(key)
        for name, value in at.value.items() if at.key == key and isinstance(at.value, dict) else ():
            if value in empty:
                says, message = f"Invalid null or empty value in {key}", f"{name} of {response.type} is empty"
                yield Found(at.at(name), f"{message}; it must have a value", on_key=True, aws_message=says)
