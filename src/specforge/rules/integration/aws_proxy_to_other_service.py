"""Checks that `aws_proxy` leads to a Lambda function or a Firehose stream.

## Why is this bad?
API Gateway has no proxy integration for other services; the import fails. Use `aws` with templates.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:dynamodb:action/GetItem  # error: "dynamodb"
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

## References
- keys: int-awsproxy-nonlambda
- https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
"""

from __future__ import annotations

import re

from specforge.ir import LambdaProxy
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule

SERVICE = re.compile(r"arn:[^:]*:apigateway:[^:]*:([^:]*):")


@rule(on=LambdaProxy, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(integration: LambdaProxy, context: Context) -> Findings:
    literal = integration.uri.literal if integration.uri is not None else None
    found = SERVICE.match(literal) if literal is not None else None
    service = found[1].rpartition(".")[2] if found is not None else "lambda"
    if service not in ("lambda", "firehose"):
        yield Found(
            integration.origin.at("uri"),
            f"the aws_proxy integration calls {service}; it can only call lambda or firehose",
            aws_message="Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose "
            "stream invocations.",
        )
