"""Checks that insecureSkipVerification stands on an integration with an HTTP backend.

## Why is this bad?
API Gateway reads it on http and http_proxy alone.

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
        tlsConfig:
          insecureSkipVerification: true  # error: "http or http_proxy"
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        tlsConfig:
          insecureSkipVerification: false
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: POST, uri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations'}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: POST, uri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations', tlsConfig: {serverNameToVerify: a.example.com}}}}
```

## References
- keys: int-tls-skip-type
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-extensions-integration-tls-config.html
"""

from __future__ import annotations

from specforge.ir import AwsService, Lambda, LambdaProxy, Mock
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=LambdaProxy | Lambda | AwsService | Mock, severity=WARNING, since="0.1", kinds=(REST,), needs="tlsConfig")
def check(integration: LambdaProxy | Lambda | AwsService | Mock, context: Context) -> Findings:
    tls = integration.tls
    if tls is not None and tls.insecure_skip_verification is not None:
        kind = integration.declared_type
        message = f"insecureSkipVerification stands beside type {kind}; it is read beside http or http_proxy only"
        yield Found(tls.origin.at("insecureSkipVerification"), message, on_key=True)
