"""Checks that a path whose methods answer with CORS headers has an OPTIONS method.

## Why is this bad?
Browsers ask before they send; API Gateway answers 403 to an OPTIONS that is not there, and the call never happens.

## Examples
```yaml
paths:
  /orders:  # error: "OPTIONS"
    put:
      responses: {'200': {description: ok, headers: {Access-Control-Allow-Origin: {schema: {type: string}}}}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: PUT
        uri: https://orders.example.com
        responses:
          default:
            statusCode: '200'
            responseParameters:
              method.response.header.Access-Control-Allow-Origin: "'https://app.example.com'"
  /items/{greedy+}: {options: {responses: {}}}
```
```yaml
paths:
  /orders:
    put:
      responses: {'200': {description: ok, headers: {Access-Control-Allow-Origin: {schema: {type: string}}}}}
      x-amazon-apigateway-integration: {type: http, httpMethod: PUT, uri: https://orders.example.com, responses: {default: {statusCode: '200', responseParameters: {method.response.header.Access-Control-Allow-Origin: "'*'"}}}}
  /{greedy+}: {options: {responses: {}}}
```
```yaml
paths:
  /orders:
    put:
      responses: {'200': {description: ok, headers: {Access-Control-Allow-Origin: {schema: {type: string}}}}}
      x-amazon-apigateway-integration:
        {type: http, httpMethod: PUT, uri: https://orders.example.com, responses: {default: {statusCode: '200', responseParameters: {method.response.header.Access-Control-Allow-Origin: "'https://app.example.com'"}}}}
    options:
      responses: {'200': {description: preflight}}
      x-amazon-apigateway-integration:
        {type: mock, requestTemplates: {application/json: '{"statusCode": 200}'}, responses: {default: {statusCode: '200'}}}
```

## References
- keys: cors-no-options
- https://fetch.spec.whatwg.org/#cors-preflight-fetch
- https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
"""

from __future__ import annotations

from specforge.ir import Api
from specforge.rules.cors_headers import needs_preflight
from specforge.rules.paths import path_origin
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Api, severity=WARNING, since="0.1", kinds=(REST,), needs="ontrol-")
def check(api: Api, context: Context) -> Findings:
    methods: dict[str, set[str]] = {}
    for operation in api.operations:
        methods.setdefault(operation.path, set()).add(operation.method)
    told: set[str] = set()
    for operation in api.operations:
        answered = methods[operation.path] & {"OPTIONS", "ANY"}
        if answered or operation.path in told or not needs_preflight(operation) or _covered(methods):
            continue
        told.add(operation.path)
        message = f"{operation} answers with CORS headers, but {operation.path} has no OPTIONS; it must have one"
        yield Found(path_origin(operation), message, on_key=True)


def _covered(methods: dict[str, set[str]]) -> bool:
    """Tells whether a greedy path at the root answers OPTIONS for all others."""
    return any(
        one.count("/") == 1 and one.endswith("+}") and held & {"OPTIONS", "ANY"} for one, held in methods.items()
    )
