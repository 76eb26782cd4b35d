"""Tells that a declared success status is never answered, because only the default is mapped.

## Why is this bad?
Clients and documentation promise a status that callers never see.

## Examples
```yaml
paths:
  /orders:
    get:
      responses:
        '200': {description: ok}
        '202': {description: later}  # error: "202"
        '404': {description: missing}
        '20': {description: short}
      x-amazon-apigateway-integration: {type: http, httpMethod: GET, uri: https://orders.example.com, responses: {default: {statusCode: '200'}}}
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}, '202': {description: later}}
      x-amazon-apigateway-integration: {type: http, httpMethod: GET, uri: https://orders.example.com, responses: {default: {statusCode: '200'}, '202': {statusCode: '202'}}}
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}, '202': {description: later}}
      x-amazon-apigateway-integration:
        type: mock
        responses: {default: {statusCode: '200', responseTemplates: {application/json: '#set($context.responseOverride.status = 202)'}}}
```

## References
- keys: resp-multiple-2xx
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-integration-settings-integration-response.html
"""

from __future__ import annotations

import re

from specforge.ir import AwsService, Http, Lambda, Mock, Operation
from specforge.rules.rule import INFO, REST, Context, Findings, Found, rule

OVERRIDE = "responseOverride"
SUCCESS = re.compile(r"2\d\d")


@rule(on=Operation, severity=INFO, since="0.1", kinds=(REST,))
def check(operation: Operation, context: Context) -> Findings:
    integration = operation.integration
    if not isinstance(integration, AwsService | Http | Lambda | Mock):
        return
    if [response.key for response in integration.responses] != ["default"]:
        return
    only = integration.responses[0]
    status = only.status.literal if only.status is not None else None
    if status is None or any(template.body.contains(OVERRIDE) is not False for template in only.templates):
        return
    for response in operation.responses:
        if SUCCESS.fullmatch(response.status) and response.status != status:
            message = f"{response.status} is never answered: {operation} maps every answer to {status}"
            yield Found(response.origin, message, on_key=True)
