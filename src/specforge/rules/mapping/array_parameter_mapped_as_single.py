"""Tells that only the last value of a repeated parameter reaches the backend.

## Why is this bad?
`method.request.querystring.id` is one value. For `?id=1&id=2` map `method.request.multivaluequerystring.id`.

## Examples
```yaml
paths:
  /orders:
    get:
      parameters:
        - {name: id, in: query, schema: {type: array, items: {type: string}}}
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        requestParameters:
          integration.request.querystring.id: method.request.querystring.id  # error: "multivaluequerystring"
```
```yaml
paths:
  /orders:
    get:
      parameters:
        - {name: id, in: query, schema: {type: array, items: {type: string}}}
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
        requestParameters:
          integration.request.querystring.id: method.request.multivaluequerystring.id
```
```yaml
paths:
  /orders:
    get:
      parameters:
        - {name: id, in: query, schema: {type: string}}
        - {name: csv, in: query, explode: false, schema: {type: array, items: {type: string}}}
        - {name: any, in: query}
      x-amazon-apigateway-integration:
        type: http
        requestParameters:
          integration.request.querystring.a: method.request.querystring.id
          integration.request.querystring.b: method.request.querystring.csv
          integration.request.querystring.c: !Ref Value
```

## References
- keys: param-multivalue
- https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html
"""

from __future__ import annotations

from specforge.ir import Array, IntegrationSettings, Operation
from specforge.ir.walk import resolve
from specforge.rules.rule import INFO, REST, Context, Findings, Found, rule

SOURCE = "method.request.querystring."


@rule(on=Operation, severity=INFO, since="0.1", kinds=(REST,), needs="method.request")
def check(operation: Operation, context: Context) -> Findings:
    mappings = (
        operation.integration.request_parameters if isinstance(operation.integration, IntegrationSettings) else ()
    )
    parameters = {parameter.name: parameter for parameter in operation.parameters_in("query")} if mappings else {}
    for mapping in mappings:
        source = mapping.value.literal or ""
        parameter = parameters.get(source.removeprefix(SOURCE)) if source.startswith(SOURCE) else None
        if parameter is None or parameter.schema is None or parameter.explode is False:
            continue
        if isinstance(resolve(context.api, parameter.schema), Array):
            wanted = f"method.request.multivaluequerystring.{parameter.name}"
            yield Found(
                mapping.origin, f"{parameter.name} is a list, of which this takes one value; {wanted} takes all"
            )
