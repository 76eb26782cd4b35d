"""Checks that an integration of an HTTP API has no property that only REST APIs read.

## Why is this bad?
An HTTP API maps no bodies: templates, integration responses, contentHandling and passthroughBehavior are ignored.

## Examples
```yaml http
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        payloadFormatVersion: '1.0'
        passthroughBehavior: never  # error: "REST APIs"
```
```yaml http
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        payloadFormatVersion: '1.0'
        passthroughBehavior: when_no_templates
```
```yaml http
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, uri: 'https://a.example.com', payloadFormatVersion: '1.0', responses: {default: {statusCode: '200'}}}}}
```
```yaml http
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http_proxy, uri: 'https://a.example.com', payloadFormatVersion: '1.0', responses: {default: {statusCode: '200', contentHandling: CONVERT_TO_TEXT}}}}}  # error: "responses"
  /p1: {get: {x-amazon-apigateway-integration: {type: http_proxy, uri: 'https://a.example.com', payloadFormatVersion: '1.0', requestTemplates: {}}}}  # error: "requestTemplates"
```

## References
- keys: int-contenthandling-http
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-open-api.html
"""

from __future__ import annotations

from specforge.ir import Data, HttpProxy, LambdaProxy, ServiceProxy
from specforge.rules.rule import HTTP, WARNING, Context, Findings, Found, rule

PROPERTIES = ("contentHandling", "passthroughBehavior", "requestTemplates", "responses")


@rule(on=LambdaProxy | HttpProxy | ServiceProxy, severity=WARNING, since="0.1", kinds=(HTTP,))
def check(integration: LambdaProxy | HttpProxy | ServiceProxy, context: Context) -> Findings:
    for name in PROPERTIES:
        found = integration.origin.at(name)
        if found is not integration.origin and not _is_customary(name, found.value):
            yield Found(found, f"{name} is for REST APIs; an HTTP API does not read it", on_key=True)


def _is_customary(name: str, value: Data) -> bool:
    """Tells whether a property says no more than what is so anyhow, as AWS's own examples do."""
    if name == "passthroughBehavior":
        return isinstance(value, str) and value.lower() != "never"
    listed = value.values() if isinstance(value, dict) else ()
    return name == "responses" and all(isinstance(one, dict) and one.keys() <= {"statusCode"} for one in listed)
