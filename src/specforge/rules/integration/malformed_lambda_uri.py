"""Checks that the URI of a Lambda integration is the function's invocation ARN for API Gateway.

## Why is this bad?
API Gateway does not take the ARN of the function itself, nor one without the invocation path: the import fails, or
every call answers 500.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        uri: arn:aws:lambda:eu-west-1:123456789012:function:orders  # error: "itself"
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: POST, uri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders'}}}  # error: "/invocations"
```
```yaml
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
  /p0: {get: {x-amazon-apigateway-integration: {type: aws_proxy, uri: !Ref Uri}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: aws, uri: 'arn:aws:apigateway:eu-west-1:dynamodb:action/GetItem'}}}
```
```yaml http
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: aws_proxy, uri: 'arn:aws:lambda:eu-west-1:123456789012:function:orders'}}}
```

## References
- keys: int-uri-lambda-raw, int-uri-lambda-suffix
- https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
- https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
"""

from __future__ import annotations

import re

from specforge.ir import AwsService, Kind, Lambda, LambdaProxy
from specforge.rules.rule import ERROR, Context, Findings, Found, rule

FUNCTION = re.compile(r"arn:[^:]*:lambda:")
INVOCATION = re.compile(r"arn:[^:]*:apigateway:[^:]*:lambda:path/")
COMPLETE = re.compile(
    r"arn:[^:]*:apigateway:[^:]*:lambda:path/"
    r"(2015-03-31/functions/.+/invocations|2021-11-15/functions/.+/response-streaming-invocations)\Z"
)
WANTED = "arn:aws:apigateway:<region>:lambda:path/2015-03-31/functions/<function ARN>/invocations"


@rule(on=LambdaProxy | Lambda | AwsService, severity=ERROR, stops="gateway", since="0.1")
def check(integration: LambdaProxy | Lambda | AwsService, context: Context) -> Findings:
    uri = integration.uri
    literal = uri.literal if uri is not None else None
    if literal is None:
        return
    at = integration.origin.at("uri")
    if FUNCTION.match(literal):
        if context.api.kind is not Kind.HTTP:
            says = "AWS ARN for integration must contain path or action"
            yield Found(at, f"uri is the ARN of the function itself; it must be {WANTED}", aws_message=says)
    elif INVOCATION.match(literal) and not COMPLETE.match(literal):
        yield Found(at, f"uri does not end in functions/<function ARN>/invocations; it must be {WANTED}")
