"""Checks that only HTTP integrations go over a VPC link.

## Why is this bad?
API Gateway reaches a VPC link by HTTP alone; the import fails.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations
        connectionType: VPC_LINK  # error: "http or http_proxy"
        connectionId: abc123
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: GET
        uri: https://orders.example.com
        connectionType: VPC_LINK
        connectionId: abc123
        responses: {default: {statusCode: '200'}}
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: POST, uri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations', connectionType: INTERNET}}}
```

## References
- keys: int-vpclink-type
- https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
"""

from __future__ import annotations

from specforge.ir import AwsService, Lambda, LambdaProxy, Mock
from specforge.rules.connections import over_vpc_link
from specforge.rules.rule import ERROR, Context, Findings, Found, rule


@rule(on=LambdaProxy | Lambda | AwsService | Mock, severity=ERROR, stops="gateway", since="0.1", needs="connectionType")
def check(integration: LambdaProxy | Lambda | AwsService | Mock, context: Context) -> Findings:
    if over_vpc_link(integration):
        kind = integration.declared_type
        message = f"connectionType is VPC_LINK with type {kind}; the type must be http or http_proxy"
        yield Found(integration.origin.at("connectionType"), message)
