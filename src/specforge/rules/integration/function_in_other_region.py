"""Checks that a Lambda URI names one Region.

## Why is this bad?
The Region of the function and that of the service it is called by differ: API Gateway calls the function in its own
Region, where it may not be.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        uri: arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations  # error: "us-east-1"
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
  /left: {get: {x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: POST, uri: 'arn:aws:apigateway:undefined:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations'}}}  # placeholder-in-uri
  /p0: {get: {x-amazon-apigateway-integration: {type: aws_proxy, uri: !Ref Uri}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: aws_proxy}}}
```

## References
- keys: int-uri-region-mismatch
- https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
"""

from __future__ import annotations

import re

from specforge.ir import Lambda, LambdaProxy
from specforge.rules.rule import WARNING, Context, Findings, Found, rule

REGION = r"([a-z]+(?:-[a-z]+)+-\d+)"
REGIONS = re.compile(rf"arn:[^:]*:apigateway:{REGION}:lambda:path/[0-9-]+/functions/arn:[^:]*:lambda:{REGION}:")


@rule(on=LambdaProxy | Lambda, severity=WARNING, since="0.1")
def check(integration: LambdaProxy | Lambda, context: Context) -> Findings:
    found = REGIONS.match(integration.uri.prefix) if integration.uri is not None else None
    if found is not None and found[1] != found[2]:
        message = f"the function is in {found[2]} and called through {found[1]}; both must be the same Region"
        yield Found(integration.origin.at("uri"), message)
