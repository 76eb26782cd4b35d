"""Tells that the backend sees the name of the stage in front of the path.

## Why is this bad?
API Gateway forwards `/prod/orders` over this kind of VPC link. A request template that sets
$context.requestOverride.path takes the stage out (REST), as does a mapping of `overwrite:path` (HTTP APIs).

## Examples
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, uri: 'http://a.example.com', connectionType: VPC_LINK, connectionId: abc123, integrationTarget: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/orders/50dc'}}}  # error: "stage"
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, uri: 'http://a.example.com', connectionType: VPC_LINK, connectionId: abc123}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: http, uri: 'http://a.example.com', connectionType: VPC_LINK, connectionId: abc123, integrationTarget: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/orders/50dc', requestTemplates: {application/json: '#set($context.requestOverride.path = "/orders")'}}}}
  /p2: {get: {x-amazon-apigateway-integration: {type: http_proxy, uri: 'http://a.example.com', integrationTarget: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/orders/50dc'}}}
```
```yaml http set:deploy.stages.prod.metrics=true
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, connectionType: VPC_LINK, connectionId: abc123}}}  # error: "stage prod"
```
```yaml http set:deploy.stages.prod.metrics=true
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, connectionType: VPC_LINK, connectionId: abc123, requestParameters: {'overwrite:path': $request.path}}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: http_proxy}}}
```
```yaml http set:deploy.stages.$default.metrics=true
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, connectionType: VPC_LINK, connectionId: abc123}}}
```
```yaml http
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, connectionType: VPC_LINK, connectionId: abc123}}}
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
        rewritten = any(mapping.target == "overwrite:path" for mapping in integration.request_parameters)
        stages = context.api.deployment.stages if context.api.deployment is not None else ()
        named = next((stage.name for stage in stages if stage.name != "$default"), None)
        if named is not None and not rewritten:
            message = f"on the stage {named} the backend gets the path with the name of the stage in front"
            yield Found(integration.origin.at("connectionType"), message)
    elif integration.connection.target is not None and not _is_overridden(integration):
        message = "the backend gets the path with the name of the stage in front"
        yield Found(integration.origin.at("integrationTarget"), message, on_key=True)


def _is_overridden(integration: HttpProxy | Http) -> bool:
    return any("requestOverride" in str(template.body) for template in integration.request_templates)
