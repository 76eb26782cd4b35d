"""Checks that a Lambda function is called by POST.

## Why is this bad?
Lambda's Invoke is a POST whatever the method of the operation is. The API deploys and every call answers 500.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: GET  # error: "must be POST"
        uri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations
```
```yaml fixed
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: aws_proxy, uri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations'}}}
  /p4: {get: {x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: Fetch, uri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations'}}}  # unknown-integration-method
  /p3: {get: {x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: post, uri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations'}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: !Ref Method, uri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations'}}}
  /p2: {get: {x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: GET, uri: 'arn:aws:apigateway:eu-west-1:firehose:action/PutRecord'}}}
```

## References
- keys: int-lambda-post
- https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-integrations.html
- https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
"""

from __future__ import annotations

from specforge.document.extensions import INTEGRATION_METHODS
from specforge.ir import Lambda, LambdaProxy
from specforge.rules.fixes import replacing
from specforge.rules.rule import ERROR, Context, Findings, Found, rule

OTHERS = frozenset(INTEGRATION_METHODS) - {"POST"}


@rule(on=LambdaProxy | Lambda, severity=ERROR, stops="gateway", since="0.1")
def check(integration: LambdaProxy | Lambda, context: Context) -> Findings:
    method = integration.http_method
    if method is None or method.literal is None or not _calls_lambda(integration):
        return
    if method.literal.upper() not in OTHERS:
        return
    at = integration.origin.at("httpMethod")
    yield Found(at, f"httpMethod is {method}; for a Lambda function it must be POST", fix=replacing(at, "POST"))


def _calls_lambda(integration: LambdaProxy | Lambda) -> bool:
    """Tells whether the URI is known to be a function: `aws_proxy` takes a Firehose stream as well."""
    return integration.function is not None
