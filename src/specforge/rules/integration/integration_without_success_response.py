r"""Checks that an integration response matches what a backend answers when all is well.

## Why is this bad?
An answer that no key matches, where there is no `default`, becomes a 500. A Lambda function that succeeds gives no error
message, so only `default` or a key that matches the empty text is for it.

## Examples
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http, httpMethod: GET, uri: 'https://orders.example.com', responses: {'404': {statusCode: '404'}}}}}  # error: "default"
  /p1: {get: {x-amazon-apigateway-integration: {type: aws, httpMethod: POST, uri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations', responses: {'.*failed.*': {statusCode: '500'}}}}}  # error: "default"
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http, httpMethod: GET, uri: 'https://orders.example.com', responses: {'404': {statusCode: '404'}, '2\d{2}': {statusCode: '200'}}}}}
  /p1: {get: {x-amazon-apigateway-integration: {type: aws, httpMethod: POST, uri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:orders/invocations', responses: {default: {statusCode: '200'}}}}}
  /p2: {get: {x-amazon-apigateway-integration: {type: http, httpMethod: GET, uri: 'https://orders.example.com'}}}
```

## References
- keys: int-no-default-response
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration-responses.html
"""

from __future__ import annotations

from specforge.ir import AwsService, Http, Lambda
from specforge.rules.patterns import matches
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule

SUCCESSES = tuple(str(status) for status in range(200, 400))


@rule(on=Lambda | AwsService | Http, severity=WARNING, since="0.1", kinds=(REST,))
def check(integration: Lambda | AwsService | Http, context: Context) -> Findings:
    keys = [response.key for response in integration.responses]
    if not keys or "default" in keys:
        return
    wanted = ("",) if isinstance(integration, Lambda) else SUCCESSES
    if all(matches(key, text) is False for key in keys for text in wanted):
        message = "no integration response matches an answer without error; there must be one, such as default"
        yield Found(integration.origin.at("responses"), message, on_key=True)
