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

## References
- keys: int-stage-in-path
- https://docs.aws.amazon.com/apigateway/latest/developerguide/private-integration.html
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html
"""

from __future__ import annotations

from specforge.ir import Deployment, Http, HttpProxy, Kind
from specforge.rules.rule import INFO, Context, Findings, Found, rule


@rule(on=HttpProxy | Http, severity=INFO, since="0.1")
def check(integration: HttpProxy | Http, context: Context) -> Findings:
    kind, target = integration.connection.type, integration.connection.target
    if kind is None or (kind.literal or "").upper() != "VPC_LINK":
        return
    message = "the backend gets the path with the name of the stage in front"
    if context.api.kind is Kind.HTTP:
        rewritten = any(mapping.target == "overwrite:path" for mapping in integration.request_parameters)
        if not rewritten and _has_named_stage(context.api.deployment):
            yield Found(integration.origin.at("connectionType"), message)
    elif target is not None and not any("requestOverride" in str(one.body) for one in integration.request_templates):
        yield Found(integration.origin.at("integrationTarget"), message, on_key=True)


def _has_named_stage(deployment: Deployment | None) -> bool:
    return deployment is not None and any(stage.name != "$default" for stage in deployment.stages)
