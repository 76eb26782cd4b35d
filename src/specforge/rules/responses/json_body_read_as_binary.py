"""Checks that no mapping template gets a body that is binary because all media types are.

## Why is this bad?
With `*/*` every body is bytes; a template of a method that is no proxy can only read text, so it must be converted.

## Examples
```yaml
x-amazon-apigateway-binary-media-types:
  - '*/*'  # error: "POST /orders reads"
paths:
  /orders:
    post:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http, httpMethod: GET, uri: https://orders.example.com, requestTemplates: {application/json: $input.json('$')}, responses: {default: {statusCode: '200'}}}
```
```yaml
x-amazon-apigateway-binary-media-types: ['*/*']
paths:
  /orders:
    post:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http, httpMethod: GET, uri: https://orders.example.com, contentHandling: CONVERT_TO_TEXT, requestTemplates: {application/json: $input.json('$')}, responses: {default: {statusCode: '200'}}}
```
```yaml
x-amazon-apigateway-binary-media-types: ['*/*']
paths:
  /orders:
    post:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: POST, uri: https://orders.example.com, requestTemplates: {application/json: $input.body}}
```

## References
- keys: bin-star
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-workflow.html
"""

from __future__ import annotations

from specforge.ir import Api, AwsService, Http, Lambda, Operation
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule
from specforge.rules.witnesses import first_and_more, notes_on

EXTENSION = "x-amazon-apigateway-binary-media-types"
BODY = ("$input.json", "$input.path", "$input.body")


@rule(on=Api, severity=WARNING, since="0.1", kinds=(REST,), needs="binary-media-types")
def check(api: Api, context: Context) -> Findings:
    star = next((index for index, kind in enumerate(api.binary_media_types) if kind.literal == "*/*"), None)
    readers = [operation for operation in api.operations if _reads_text(operation)] if star is not None else []
    if star is not None and readers:
        yield Found(
            api.origin.at(EXTENSION, star),
            f"every body is binary, but a template of {first_and_more(readers)} reads it; it must have contentHandling",
            notes=notes_on(readers, "reads the body"),
        )


def _reads_text(operation: Operation) -> bool:
    integration = operation.integration
    if not isinstance(integration, AwsService | Http | Lambda) or integration.content_handling is not None:
        return False
    if operation.method in {"GET", "HEAD", "DELETE", "OPTIONS"}:
        return False
    return any(template.body.contains(word) for template in integration.request_templates for word in BODY)
