"""Checks that the status of a mock has an integration response.

## Why is this bad?
API Gateway looks for a response whose key matches the status that the template gives, or for `default`; when it finds
none the call is answered 500.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 404}'}  # error: "404"
        responses:
          '200': {statusCode: '200'}
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses:
          '200': {statusCode: '200'}
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 404}'}
        responses:
          default: {statusCode: '200'}
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: mock, requestTemplates: {application/json: '{"statusCode": 404}'}}}}
```

## References
- keys: int-mock-status-default
- https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html
"""

from __future__ import annotations

import re

from specforge.ir import Mock
from specforge.rules.patterns import matches
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule

STATUS = re.compile(r"[\"']?statusCode[\"']?\s*:\s*[\"']?([1-5][0-9]{2})\b")


@rule(on=Mock, severity=WARNING, since="0.1", kinds=(REST,))
def check(integration: Mock, context: Context) -> Findings:
    keys = [response.key for response in integration.responses]
    if not keys:
        return  # see integration-without-responses
    for template in integration.request_templates:
        for status in dict.fromkeys(STATUS.findall(template.body.literal or "")):
            if not any(key == "default" or matches(key, status) is not False for key in keys):
                message = f"the mock's status is {status}, which no integration response matches; one must"
                yield Found(template.origin, message)
