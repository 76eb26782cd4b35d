"""Checks that an integration's timeout is one that API Gateway can have.

## Why is this bad?
The import of the whole API fails. How long a timeout may be depends on the endpoint: more than 29 seconds needs a
raised quota and a Regional or private API, which is a warning of its own; an edge API never gets it.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: orders}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        timeoutInMillis: 49  # error: "at least 50"
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, timeoutInMillis: 900001}}}  # error: "at most 900000"
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, timeoutInMillis: 50}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: http_proxy, timeoutInMillis: 900000}}}
  /p2: {get: {x-amazon-apigateway-integration: {type: mock}}}
```
```yaml http
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, timeoutInMillis: 30001}}}  # error: "at most 30000"
```
```yaml http
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, timeoutInMillis: 30000}}}
```
```yaml set:deploy.endpoint.type=edge
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, timeoutInMillis: 29001}}}  # error: "at most 29000"
```
```yaml set:deploy.endpoint.type=regional
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, timeoutInMillis: 29001}}}
```

## References
- keys: limit-timeout-rest, limit-timeout-http
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import FullIntegration, Kind
from specforge.rules.endpoints import endpoint_type
from specforge.rules.rule import ERROR, Context, Findings, Found, rule


@rule(on=FullIntegration, severity=ERROR, stops="gateway", since="0.1", needs="timeoutInMillis")
def check(integration: FullIntegration, context: Context) -> Findings:
    timeout = integration.timeout_ms
    if not isinstance(timeout, int):
        return
    shortest, longest, says = _bounds(context)
    at = integration.origin.at("timeoutInMillis")
    if timeout < shortest:
        yield Found(at, f"timeoutInMillis is {timeout}; it must be at least {shortest}", aws_message=says)
    elif timeout > longest:
        yield Found(at, f"timeoutInMillis is {timeout}; it can be at most {longest}", aws_message=says)


def _bounds(context: Context) -> tuple[int, int, str]:
    shortest = limits.INTEGRATION_TIMEOUT_MIN_MS.value
    if context.api.kind is Kind.HTTP:
        return shortest, limits.HTTP_INTEGRATION_TIMEOUT_MAX_MS.value, "Timeout should be between 50 ms and 30000 ms"
    edge = endpoint_type(context.api) == "edge"
    longest = limits.REST_INTEGRATION_TIMEOUT_DEFAULT_MS if edge else limits.REST_STREAM_TIMEOUT_MAX_MS
    return shortest, longest.value, "Timeout should be between 50 ms and 29000 ms"
