"""Checks that parameters have names that API Gateway takes.

## Why is this bad?
The import of the API fails. A name holds letters, digits, and `:`, `.`, `_`, `$` and `-`; `filter[status]` must become
another name.

## Examples
```yaml
paths:
  /orders:
    get:
      parameters:
        - {name: 'filter[status]', in: query, schema: {type: string}}  # error: "filter[status]"
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
```
```yaml
paths:
  /orders:
    get:
      parameters:
        - {name: 'filter:a.b_c$d-e', in: query, schema: {type: string}}
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: https://orders.example.com
```
```yaml
paths:
  '/{proxy+}': {get: {parameters: [{name: proxy+, in: path}, {name: 'a b', in: cookie}, {name: '${name}', in: query}]}}
```
```yaml
paths:
  '/{a b}': {get: {parameters: [{name: q+, in: query}]}}  # error
```

## References
- keys: param-name-charset
- https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html
"""

from __future__ import annotations

import re

from specforge.ir import Parameter
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule

NAME = re.compile(r"[a-zA-Z0-9:._$-]+\Z")
MAPPED = ("path", "query", "header")


@rule(on=Parameter, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(parameter: Parameter, context: Context) -> Findings:
    name = parameter.name.removesuffix("+") if parameter.location == "path" else parameter.name
    if parameter.location not in MAPPED or NAME.match(name) or "${" in name:
        return
    yield Found(
        parameter.origin.at("name") if parameter.declared else parameter.origin,
        f"the parameter is called {name!r}; the name can hold letters, digits, ':', '.', '_', '$' and '-' only",
        on_key=not parameter.declared,
        aws_message="Invalid mapping expression specified: Validation Result: warnings : [], errors : [Parameter name "
        "should match the following regular expression: ^[a-zA-Z0-9:._$-]+$]",
    )
