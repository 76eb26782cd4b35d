"""Checks that a mock OPTIONS method asks for no credentials.

## Why is this bad?
A browser sends the preflight without credentials; API Gateway answers 401 or 403, and the call never happens.

## Examples
```yaml
components: {securitySchemes: {key: {type: apiKey, name: x-api-key, in: header}}}
paths:
  /orders:
    options:
      security: [{key: []}]  # error: "key"
      responses: {'200': {description: preflight}}
      x-amazon-apigateway-integration:
        {type: mock, requestTemplates: {application/json: '{"statusCode": 200}'}, responses: {default: {statusCode: '200'}}}
```
```yaml
components: {securitySchemes: {key: {type: apiKey, name: x-api-key, in: header}}}
paths:
  /orders:
    options:
      security: []
      responses: {'200': {description: preflight}}
      x-amazon-apigateway-integration:
        {type: mock, requestTemplates: {application/json: '{"statusCode": 200}'}, responses: {default: {statusCode: '200'}}}
```

## References
- keys: cors-options-auth
- https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
"""

from __future__ import annotations

from specforge.ir import Mock, Operation, SecurityUse
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Operation, severity=WARNING, since="0.1", kinds=(REST,))
def check(operation: Operation, context: Context) -> Findings:
    if operation.method != "OPTIONS" or not isinstance(operation.integration, Mock) or not operation.security:
        return
    guards = [use.scheme for requirement in operation.security for use in requirement if _guards(use, context)]
    if guards:
        at = operation.origin.at("security")
        message = f"{operation} is guarded by {guards[0]}; a preflight carries no credentials, so it must be open"
        yield Found(at, message, on_key=True)


def _guards(use: SecurityUse, context: Context) -> bool:
    scheme = context.api.security_schemes.get(use.scheme)
    return scheme is not None and (scheme.authorizer is not None or scheme.is_api_key)
