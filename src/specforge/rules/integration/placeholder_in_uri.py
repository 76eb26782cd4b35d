"""Checks that no part of an AWS URI is a placeholder that somebody forgot to fill in.

## Why is this bad?
`undefined`, `null` or `<region>` in an ARN is what a template engine or a copied example left behind; the import fails.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        uri: arn:aws:apigateway:undefined:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations  # error: "undefined"
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:<account>:function:orders/invocations  # error: "<account>"
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
  /p0: {get: {x-amazon-apigateway-integration: {type: aws}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: aws, uri: !Ref Uri}}}
```

## References
- keys: int-uri-placeholder
- https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
"""

from __future__ import annotations

import re

from specforge.ir import AwsService, Lambda, LambdaProxy
from specforge.rules.rule import ERROR, Context, Findings, Found, rule

ARN = re.compile(r"arn:([^:]*):[^:]*:([^:]*):([^:]*):")
LEFT = re.compile(r"undefined|null|None|<[^<>]+>|\[object Object\]")


@rule(on=LambdaProxy | Lambda | AwsService, severity=ERROR, stops="gateway", since="0.1")
def check(integration: LambdaProxy | Lambda | AwsService, context: Context) -> Findings:
    literal = str(integration.uri) if integration.uri is not None else ""
    parts = (part for arn in ARN.finditer(literal) for part in arn.groups())
    left = next((part for part in parts if LEFT.fullmatch(part)), None)
    if left is None:
        left = next(iter(re.findall(r"(?<=:)<[^<>:/]+>(?=[:/]|\Z)", literal)), None)
    if left is not None:
        yield Found(
            integration.origin.at("uri"),
            f"the uri holds {left}, a placeholder; it must hold what it stands for",
            aws_message="Invalid ARN specified in the request",
        )
