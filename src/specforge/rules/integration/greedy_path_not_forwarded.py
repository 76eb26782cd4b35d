"""Checks that what a greedy path variable takes reaches the backend.

## Why is this bad?
API Gateway does not append the rest of the path by itself: without the variable in the uri, all paths lead to one.

## Examples
```yaml
paths:
  '/{proxy+}':
    x-amazon-apigateway-any-method:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: ANY
        uri: https://orders.example.com  # error: "{proxy}"
```
```yaml
paths:
  '/{proxy+}':
    x-amazon-apigateway-any-method:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: ANY
        uri: https://orders.example.com/{proxy}
        requestParameters: {integration.request.path.proxy: method.request.path.proxy}
```
```yaml
paths:
  '/a/{proxy+}': {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET}}}
  '/b/{proxy+}': {get: {x-amazon-apigateway-integration: {type: http_proxy, uri: '${backend}'}}}
  '/c/{proxy+}': {get: {x-amazon-apigateway-integration: {type: http_proxy, uri: 'https://a.example.com/${path}'}}}
  '/d/{proxy+}': {get: {x-amazon-apigateway-integration: {type: http, uri: 'https://a.example.com'}}}
  '/e/{proxy+}': {get: {x-amazon-apigateway-integration: {type: http_proxy, uri: 'https://${stageVariables.host}/{proxy}'}}}
  /f: {get: {x-amazon-apigateway-integration: {type: http_proxy, uri: 'https://a.example.com'}}}
```
```yaml http
paths:
  '/a/{proxy+}': {get: {x-amazon-apigateway-integration: {type: http_proxy, uri: 'https://a.example.com', requestParameters: {'overwrite:path': $request.path}}}}
  '/b/{proxy+}': {get: {x-amazon-apigateway-integration: {type: http_proxy, uri: 'arn:aws:servicediscovery:eu-west-1:1:service/srv-a'}}}
```
```yaml
paths:
  '/a/{proxy+}': {get: {x-amazon-apigateway-integration: {type: http_proxy, uri: 'https://${stageVariables.host}/v1'}}}  # error: "{proxy}"
```

## References
- keys: int-greedy-mapping
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-set-up-simple-proxy.html
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-http.html
"""

from __future__ import annotations

import re

from specforge.ir import HttpProxy, Operation
from specforge.rules.rule import WARNING, Context, Findings, Found, rule

GREEDY = re.compile(r"\{([^{}]+)\+\}\Z")
FORWARDING = ("integration.request.path.", "overwrite:path")


@rule(on=Operation, severity=WARNING, since="0.1", needs="+}")
def check(operation: Operation, context: Context) -> Findings:
    integration, found = operation.integration, GREEDY.search(operation.path)
    if found is None or not isinstance(integration, HttpProxy) or integration.uri is None:
        return
    if not integration.uri.prefix.startswith(("http://", "https://")) or "{" in integration.uri.suffix:
        return
    if any(part.tool != "stage" for part in integration.uri.deferred):
        return
    if not any(mapping.target.startswith(FORWARDING) for mapping in integration.request_parameters):
        message = f"the path of {operation} is not forwarded; the uri must hold {{{found[1]}}}"
        yield Found(integration.origin.at("uri"), message)
