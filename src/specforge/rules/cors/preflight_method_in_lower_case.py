"""Checks that the methods of a preflight are in capitals.

## Why is this bad?
Methods are compared letter by letter: a browser does not find PATCH in a list that says patch.

## Examples
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
              method.response.header.Access-Control-Allow-Methods: "'get,OPTIONS'"  # error: "GET"
              method.response.header.Access-Control-Allow-Headers: "'Authorization'"
```
```yaml fixed
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
```

## References
- keys: cors-methods-lowercase
- https://fetch.spec.whatwg.org/#http-cors-protocol
"""

from __future__ import annotations

from specforge.ir import Operation
from specforge.rules.cors_headers import cors_headers, names_in
from specforge.rules.fixes import replacing
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Operation, severity=WARNING, since="0.1", kinds=(REST,), needs="ontrol-")
def check(operation: Operation, context: Context) -> Findings:
    mapping = cors_headers(operation).get("access-control-allow-methods")
    for word in names_in(mapping) or ():
        if mapping is not None and word != word.upper():
            fix = replacing(mapping.origin, str(mapping.origin.value).upper())
            yield Found(mapping.origin, f"the allowed method is {word}; it must be {word.upper()}", fix=fix)
