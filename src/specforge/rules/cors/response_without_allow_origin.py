"""Checks that the methods behind a preflight answer with Access-Control-Allow-Origin.

## Why is this bad?
The browser sends the call and then hides the answer from the page.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: GET
        uri: https://orders.example.com
        responses: {default: {statusCode: '200'}}  # error: "the answer 200"
    put: {x-amazon-apigateway-integration: {type: mock, responses: {default: {responseTemplates: {application/json: '#set($context.responseOverride.header.Access-Control-Allow-Origin = 1)'}}}}}
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
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok, headers: {Access-Control-Allow-Origin: {schema: {type: string}}}}}
      x-amazon-apigateway-integration:
        type: mock
        responses: {default: {statusCode: '200', responseParameters: {method.response.header.Access-Control-Allow-Origin: "'https://app.example.com'"}}}
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
```

## References
- keys: cors-actual-missing-origin
- https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
"""

from __future__ import annotations

from specforge.ir import Api, AwsService, Http, IntegrationResponse, Lambda, Mock
from specforge.rules.cors_headers import ALLOW_ORIGIN, PREFIX, preflights
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Api, severity=WARNING, since="0.1", kinds=(REST,), needs="ontrol-")
def check(api: Api, context: Context) -> Findings:
    for preflight, others in preflights(api):
        integrations = (other.integration for other in others)
        mapped = [one for one in integrations if isinstance(one, AwsService | Http | Lambda | Mock)]
        for response in (response for integration in mapped for response in integration.responses):
            if not _sets_origin(response):
                status = response.status or response.key
                message = f"the answer {status} has no Access-Control-Allow-Origin, although there is {preflight}"
                yield Found(response.origin, message, on_key=True)


def _sets_origin(response: IntegrationResponse) -> bool:
    if any(mapping.target.removeprefix(PREFIX).lower() == ALLOW_ORIGIN for mapping in response.parameters):
        return True
    return any(template.body.contains("responseOverride.header") is not False for template in response.templates)
