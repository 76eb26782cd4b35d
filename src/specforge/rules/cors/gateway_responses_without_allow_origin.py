"""Checks that what API Gateway answers by itself carries Access-Control-Allow-Origin where CORS is used.

## Why is this bad?
Without it the browser hides 401, 403, 429 and 5xx from the page, which sees no more than a failed call.

## Examples
```yaml
paths:
  /orders:
    options:  # error: "DEFAULT_5XX"
      responses: {'200': {description: ok, headers: {Access-Control-Allow-Origin: &text {schema: {type: string}}, Access-Control-Allow-Methods: *text, Access-Control-Allow-Headers: *text}}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses:
          default:
            statusCode: '200'
            responseParameters:
              method.response.header.Access-Control-Allow-Origin: "'https://app.example.com'"
              method.response.header.Access-Control-Allow-Methods: "'GET,OPTIONS'"
              method.response.header.Access-Control-Allow-Headers: "'Authorization'"
x-amazon-apigateway-gateway-responses:
  DEFAULT_4XX: {responseParameters: {gatewayresponse.header.Access-Control-Allow-Origin: "'*'"}}
```
```yaml
paths:
  /orders:
    options:
      responses: {'200': {description: ok, headers: {Access-Control-Allow-Origin: &text {schema: {type: string}}, Access-Control-Allow-Methods: *text, Access-Control-Allow-Headers: *text}}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses:
          default:
            statusCode: '200'
            responseParameters:
              method.response.header.Access-Control-Allow-Origin: "'https://app.example.com'"
              method.response.header.Access-Control-Allow-Methods: "'GET,OPTIONS'"
              method.response.header.Access-Control-Allow-Headers: "'Authorization'"
x-amazon-apigateway-gateway-responses:
  DEFAULT_4XX: &cors {responseParameters: {gatewayresponse.header.Access-Control-Allow-Origin: "'*'"}}
  DEFAULT_5XX: *cors
```
```yaml
paths: {}
```

## References
- keys: cors-gateway-responses
- https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html
"""

from __future__ import annotations

from specforge.ir import Api, GatewayResponse
from specforge.rules.cors_headers import ALLOW_ORIGIN, answers_preflight
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Api, severity=WARNING, since="0.1", kinds=(REST,), needs="ontrol-")
def check(api: Api, context: Context) -> Findings:
    first = next((operation for operation in api.operations if answers_preflight(operation)), None)
    responses = {response.type: response for response in api.gateway_responses}
    lacking = [kind for kind in ("DEFAULT_4XX", "DEFAULT_5XX") if not _sets_origin(responses.get(kind))]
    if first is not None and lacking and not context.document.completed_by_sam:
        names = " and ".join(lacking)
        message = f"no gateway response for {names} sets Access-Control-Allow-Origin, as {first} does; one must"
        yield Found(first.origin, message, on_key=True)


def _sets_origin(response: GatewayResponse | None) -> bool:
    targets = [mapping.target.lower() for mapping in response.parameters] if response is not None else []
    return f"gatewayresponse.header.{ALLOW_ORIGIN}" in targets
