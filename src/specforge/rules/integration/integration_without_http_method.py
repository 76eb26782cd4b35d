"""Checks that an integration with a backend says by which method it is called.

## Why is this bad?
The import fails, and AWS's message names neither the path nor the method.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:  # error: "httpMethod"
        type: http_proxy
        uri: https://orders.example.com
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
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: aws_proxy, uri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations'}}}  # error: "httpMethod"
```
```yaml fixed
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: aws_proxy, uri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations', httpMethod: POST}}}
```
```yaml http
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: aws_proxy, uri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations'}}}
```
```yaml http
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, uri: 'https://orders.example.com'}}}  # error: "httpMethod"
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: mock}}}
```

## References
- keys: int-method-missing, int-method-missing-http
- https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
"""

from __future__ import annotations

from specforge.ir import FullIntegration, Kind, Lambda, LambdaProxy, Mock, ServiceProxy
from specforge.rules.fixes import inserting
from specforge.rules.rule import ERROR, Context, Findings, Found, rule


@rule(on=FullIntegration, severity=ERROR, stops="gateway", since="0.1")
def check(integration: FullIntegration, context: Context) -> Findings:
    if isinstance(integration, Mock | ServiceProxy) or integration.http_method is not None:
        return
    if context.api.kind is Kind.HTTP and isinstance(integration, LambdaProxy):
        return
    yield Found(
        integration.origin,
        f"the {integration.declared_type} integration has no httpMethod; it must have one",
        on_key=True,
        aws_message="Enumeration value for HttpMethod must be non-empty",
        fix=inserting(integration.origin, "httpMethod", "POST") if _calls_lambda(integration) else None,
    )


def _calls_lambda(integration: FullIntegration) -> bool:
    """Tells whether the URI is known to be a function, which is called by POST."""
    return isinstance(integration, Lambda | LambdaProxy) and integration.function is not None
