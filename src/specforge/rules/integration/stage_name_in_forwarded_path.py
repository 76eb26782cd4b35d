"""Tells that the backend sees the name of the stage in front of the path.

## Why is this bad?
API Gateway forwards `/prod/orders` over this kind of VPC link. A request template that sets
$context.requestOverride.path takes the stage out (REST), as does a mapping of `overwrite:path` (HTTP APIs).

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: http://orders.internal.example.com/orders
        connectionType: VPC_LINK
        connectionId: abc123
        integrationTarget: arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/orders/50dc6c495c0c9188  # error: "stage"
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: http://orders.internal.example.com/orders
        connectionType: VPC_LINK
        connectionId: abc123
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http, uri: 'https://a.example.com', connectionType: VPC_LINK, connectionId: abc123, integrationTarget: 'arn:aws:x', requestTemplates: {application/json: '#set($context.requestOverride.path = "/orders")'}}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com', integrationTarget: 'arn:aws:x'}}}
```
```yaml http
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com', connectionType: VPC_LINK, connectionId: abc123}}}  # error: "$default"
```
```yaml http
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com', connectionType: VPC_LINK, connectionId: abc123, requestParameters: {'overwrite:path': $request.path}}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com'}}}
```

## References
- keys: int-stage-in-path
- https://docs.aws.amazon.com/apigateway/latest/developerguide/private-integration.html
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html
"""

from __future__ import annotations

from specforge.ir import Http, HttpProxy, Kind
from specforge.rules.connections import over_vpc_link
from specforge.rules.rule import INFO, Context, Findings, Found, rule


@rule(on=HttpProxy | Http, severity=INFO, since="0.1")
def check(integration: HttpProxy | Http, context: Context) -> Findings:
    if not over_vpc_link(integration):
        return
    if context.api.kind is Kind.HTTP:
        if not any(mapping.target == "overwrite:path" for mapping in integration.request_parameters):
            message = "the backend gets the path with the name of the stage, unless that is $default, in front"
            yield Found(integration.origin.at("connectionType"), message)
    elif integration.connection.target is not None and not _is_overridden(integration):
        message = "the backend gets the path with the name of the stage in front"
        yield Found(integration.origin.at("integrationTarget"), message, on_key=True)


def _is_overridden(integration: HttpProxy | Http) -> bool:
    return any("requestOverride" in str(template.body) for template in integration.request_templates)
