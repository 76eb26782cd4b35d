"""Checks that a preflight allows the methods of its path.

## Why is this bad?
A browser sends PUT, PATCH and DELETE only where the preflight allows them.

## Examples
```yaml
paths:
  /orders:
    put:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http, httpMethod: GET, uri: https://orders.example.com, responses: {default: {statusCode: '200'}}}
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
              method.response.header.Access-Control-Allow-Methods: "'GET,OPTIONS'"  # error: "PUT"
              method.response.header.Access-Control-Allow-Headers: "'Authorization'"
```
```yaml
paths:
  /orders:
    put:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http, httpMethod: GET, uri: https://orders.example.com, responses: {default: {statusCode: '200'}}}
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http, httpMethod: GET, uri: https://orders.example.com, responses: {default: {statusCode: '200'}}}
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
              method.response.header.Access-Control-Allow-Methods: "'PUT'"
              method.response.header.Access-Control-Allow-Headers: "'Authorization'"
  /items:
    options: {x-amazon-apigateway-integration: {type: mock, responses: {default: {statusCode: '200', responseParameters: {method.response.header.Access-Control-Allow-Origin: "'*'"}}}}}
    put: {security: []}
```

## References
- keys: cors-methods-incomplete
- https://fetch.spec.whatwg.org/#http-cors-protocol
"""

from __future__ import annotations

from specforge.ir import Api
from specforge.rules.cors_headers import listings
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule

ASKED_FOR = ("PUT", "PATCH", "DELETE")
"""Browsers send GET, HEAD and POST whatever the preflight allows."""


@rule(on=Api, severity=WARNING, since="0.1", kinds=(REST,), needs="ontrol-")
def check(api: Api, context: Context) -> Findings:
    for listing in listings(api, "access-control-allow-methods"):
        verbs = {word.upper() for word in listing.words}
        for other in listing.others:
            if other.method in ASKED_FOR and other.method not in verbs:
                yield Found(listing.origin, f"the preflight does not allow {other.method}, which {other.path} has")
