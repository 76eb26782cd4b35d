"""Checks that a mapped value is a text.

## Why is this bad?
The importer drops the mapping with a warning in its log. A static value is a text with its own single quotes.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        requestParameters:
          integration.request.header.X-Trace: true  # error: "must be a string"
```
```yaml fixed
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        requestParameters:
          integration.request.header.X-Trace: "'true'"
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http, uri: 'https://orders.example.com', requestParameters: {integration.request.header.x: !Ref Value}}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: http, uri: 'https://orders.example.com', requestParameters: []}}}
  /plain: {get: {responses: {}}}
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http, uri: 'https://orders.example.com', requestParameters: {integration.request.header.x: null}}}}  # error: "is null"
```

## References
- keys: map-value-type
- https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html
"""

from __future__ import annotations

import json

from specforge.diagnostics import Origin
from specforge.ir import IntegrationSettings, Operation
from specforge.rules.fixes import replacing
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Operation, severity=WARNING, since="0.1", kinds=(REST,), needs="Parameters")
def check(operation: Operation, context: Context) -> Findings:
    integration = operation.integration
    if not isinstance(integration, IntegrationSettings):
        return
    for holder, key in (
        (integration, "requestParameters"),
        *((one, "responseParameters") for one in integration.responses),
    ):
        mapped = holder.origin.at(key)
        for name, value in mapped.value.items() if mapped.key == key and isinstance(mapped.value, dict) else ():
            if value is None or isinstance(value, bool | int | float | list):
                yield _found(mapped.at(name), key, operation)


def _found(mapping: Origin, key: str, operation: Operation) -> Found:
    shown = json.dumps(mapping.value)
    return Found(
        mapping,
        f"the value is {shown}; it must be a string",
        aws_message=f"Invalid format for '{key}'. Expected type string for property '{mapping.key}' of resource "
        f"'{operation.path}' and method '{operation.method}' but got '{shown}'",
        fix=replacing(mapping, f"'{shown}'") if isinstance(mapping.value, bool | int) else None,
    )
