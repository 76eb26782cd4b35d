"""Checks that a method whose answers are mapped declares a status code, not the default response alone.

## Why is this bad?
API Gateway makes method responses of status codes; `default` gives it none to answer with. What the import makes of it is UNCONFIRMED.

## Examples
```yaml
paths:
  /orders:
    get:
      responses:  # error: "a status code"
        default: {description: any}
      x-amazon-apigateway-integration: {type: http, httpMethod: GET, uri: https://orders.example.com}
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}, default: {description: any other}}
      x-amazon-apigateway-integration: {type: http, httpMethod: GET, uri: https://orders.example.com}
```
```yaml
paths:
  /orders:
    get: {responses: {default: {description: any}}, x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: https://orders.example.com}}
  /items:
    get: {responses: {default: {description: any}}, x-amazon-apigateway-integration: {type: mock, responses: {default: {statusCode: '200'}}}}
```

## References
- keys: resp-default-only
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-settings-method-response.html
"""

from __future__ import annotations

from specforge.ir import AwsService, Http, Lambda, Mock, Operation
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Operation, severity=WARNING, since="0.1", kinds=(REST,))
def check(operation: Operation, context: Context) -> Findings:
    integration = operation.integration
    if not isinstance(integration, AwsService | Http | Lambda | Mock) or integration.responses:
        return  # integration-response-status-undeclared judges statuses that are mapped
    if [response.status for response in operation.responses] == ["default"]:
        message = f"{operation} declares the default response only; it must declare a status code"
        yield Found(operation.origin.at("responses"), message, on_key=True)
