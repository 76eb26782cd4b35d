"""Checks that a proxy integration maps no bodies and no answers.

## Why is this bad?
A proxy integration passes the request and the answer on as they are: request templates and what integration responses
map are ignored. Integration responses that only name a status are customary and let pass.

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
        requestTemplates: {application/json: $input.body}  # error: "ignored"
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
        responses:
          default:
            statusCode: '200'
            responseTemplates: {application/json: $input.body}  # error: "ignored"
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
        responses: {default: {statusCode: '200'}}
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com', responses: {default: {statusCode: '200', responseTemplates: {}}}}}}
```

## References
- keys: int-proxy-templates
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-integration-types.html
"""

from __future__ import annotations

from specforge.ir import HttpProxy, LambdaProxy
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule

MAPPING = ("responseTemplates", "responseParameters")


@rule(
    on=LambdaProxy | HttpProxy,
    severity=WARNING,
    since="0.1",
    kinds=(REST,),
    needs="requestTemplates|responseTemplates|responseParameters",
)
def check(integration: LambdaProxy | HttpProxy, context: Context) -> Findings:
    kind = integration.declared_type
    if integration.request_templates:
        message = f"requestTemplates are ignored: {kind} passes the request on as it is"
        yield Found(integration.origin.at("requestTemplates"), message, on_key=True)
    for response in integration.responses:
        for name in MAPPING:
            found = response.origin.at(name)
            if found is not response.origin and found.value:
                yield Found(found, f"{name} is ignored: {kind} passes the answer on as it is", on_key=True)
