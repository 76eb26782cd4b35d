"""Checks that each variable of an integration's URI gets a value.

## Why is this bad?
API Gateway fills a variable in from a mapping, not from a path variable that happens to have its name. Without one it
takes the braces as they stand, and every request fails with 500.

## Examples
```yaml
paths:
  /orders/{id}:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com/{id}  # error: "integration.request.path.id"
```
```yaml
paths:
  /orders/{id}:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com/{id}
        requestParameters: {integration.request.path.id: method.request.path.id}
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http, uri: 'https://${stageVariables.host}/v1/{id}'}}}  # error: "{id}"
  /r0: {get: {x-amazon-apigateway-integration: {type: http, uri: 'https://orders.example.com/?next=https://{id}'}}}  # error: "{id}"
  /q0: {get: {x-amazon-apigateway-integration: {type: http, uri: 'https://{host}/v1'}}}
```

## References
- keys: int-path-var-unmapped
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-set-up-simple-proxy.html
- https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html
- https://repost.aws/knowledge-center/api-gateway-proxy-path-character-error
"""

from __future__ import annotations

import re

from specforge.ir import AwsService, Http, HttpProxy
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule

VARIABLE = re.compile(r"\{([A-Za-z0-9._-]+)\+?\}")
AWS_SAYS = "Execution failed due to configuration error: Illegal character in path"
HEAD = re.compile(r"[a-z]+://[^/]*|arn:[^/]*", re.IGNORECASE)


@rule(on=HttpProxy | Http | AwsService, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(integration: HttpProxy | Http | AwsService, context: Context) -> Findings:
    mapped = {mapping.target for mapping in integration.request_parameters}
    parts = integration.uri.parts if integration.uri is not None else ()
    for number, part in enumerate(parts):
        text = part if isinstance(part, str) else ""
        text = HEAD.sub("", text, count=1) if number == 0 else text
        for name in dict.fromkeys(VARIABLE.findall(text)):
            target = f"integration.request.path.{name}"
            if target not in mapped:
                message = f"the uri holds {{{name}}}, which nothing fills in; requestParameters must map {target}"
                yield Found(integration.origin.at("uri"), message, aws_message=AWS_SAYS)
