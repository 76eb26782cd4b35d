"""Checks that a Lambda function's responses for failures are not keyed by status.

## Why is this bad?
The key is matched against the error message of a function that failed, which says `404` alone only if the function
puts it so.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations
        responses:
          default: {statusCode: '200'}
          '404': {statusCode: '404'}  # error: "error message"
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations
        responses:
          default: {statusCode: '200'}
          '.*not found.*': {statusCode: '404'}
```

## References
- keys: int-response-lambda-statuskey
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration-responses.html
"""

from __future__ import annotations

from specforge.ir import Lambda
from specforge.rules.patterns import NUMERIC
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Lambda, severity=WARNING, since="0.1", kinds=(REST,))
def check(integration: Lambda, context: Context) -> Findings:
    for response in integration.responses:
        if NUMERIC.match(response.key):
            message = f"the key {response.key} is matched against the function's error message, not against a status"
            yield Found(response.origin, message, on_key=True)
