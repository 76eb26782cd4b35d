"""Checks that a mapped value is an expression or a text in single quotes.

## Why is this bad?
API Gateway reads an unquoted value as an expression and refuses the import. A static value carries its own single
quotes inside the YAML or JSON string: "'*'".

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok, headers: {Access-Control-Allow-Origin: {schema: {type: string}}}}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: GET
        uri: https://orders.example.com
        responses:
          default:
            statusCode: '200'
            responseParameters:
              method.response.header.Access-Control-Allow-Origin: '*'  # error: "single quotes"
```
```yaml fixed
paths:
  /orders:
    get:
      responses: {'200': {description: ok, headers: {Access-Control-Allow-Origin: {schema: {type: string}}}}}
      x-amazon-apigateway-integration:
        type: http
        httpMethod: GET
        uri: https://orders.example.com
        responses:
          default:
            statusCode: '200'
            responseParameters:
              method.response.header.Access-Control-Allow-Origin: "'*'"
```
```yaml
paths:
  /p0: {get: {x-amazon-apigateway-integration: {type: http, uri: 'https://orders.example.com', requestParameters: {integration.request.header.a: method.request.body, integration.request.header.b: !Ref Value, integration.request.header.c: context.requestId}}}}
```

## References
- keys: map-static-quotes, resp-header-value-unquoted, cors-header-quotes, map-expression-mixed
- https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html
"""

from __future__ import annotations

import re

from specforge.ir import FullIntegration
from specforge.rules.fixes import replacing
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule

EXPRESSION = re.compile(r"(method\.request|integration\.response|context|stageVariables)\.")
DOUBTFUL = re.compile(r"""['"$\n]|^\s|\s$|^\w+\.\w+""")
"""What may be meant for an expression, or for a text that is quoted in another way."""
QUOTED = re.compile(r"'.*'\Z", re.DOTALL)


@rule(on=FullIntegration, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,), needs="Parameters")
def check(integration: FullIntegration, context: Context) -> Findings:
    mappings = (*integration.request_parameters, *(one for each in integration.responses for one in each.parameters))
    for mapping in mappings:
        literal = mapping.value.literal
        if literal is None or EXPRESSION.match(literal) or QUOTED.match(literal):
            continue
        if isinstance(mapping.origin.value, bool | int | float):
            continue
        yield Found(
            mapping.origin,
            f"the value {literal} is no mapping expression; a static value must stand in single quotes: '{literal}'",
            aws_message=f"Invalid mapping expression specified: Validation Result: warnings : [], errors : "
            f"[Invalid mapping expression specified: {literal}]",
            fix=None if DOUBTFUL.search(literal) else replacing(mapping.origin, f"'{literal}'"),
        )
