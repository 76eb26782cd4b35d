"""Tells that the headers of a request may, by their schemas, be larger than API Gateway takes.

## Why is this bad?
All headers together, with their names and line ends, have at most 10240 bytes; a larger request is refused.

## Examples
```yaml
paths:
  /orders:
    get:  # error: "10241 bytes"
      parameters:
        - {name: X-One, in: header, schema: {type: string, maxLength: 8192}}
        - {name: X-Two, in: header, schema: {type: string, maxLength: 2031}}
      responses: {'200': {description: ok}}
```
```yaml
paths:
  /orders:
    get:
      parameters:
        - {name: X-One, in: header, schema: {type: string, maxLength: 8192}}
        - {name: X-Two, in: header, schema: {type: string, maxLength: 2030}}
      responses: {'200': {description: ok}}
```
```yaml
paths:
  /a: {get: {parameters: [{name: a, in: header, schema: {type: array}}, {name: b, in: header}, {name: c, in: query, schema: {type: string, maxLength: 20000}}]}}
```

## References
- keys: limit-header-size
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import Operation, Parameter, Scalar
from specforge.ir.walk import resolve
from specforge.rules.rule import INFO, Context, Findings, Found, rule

AROUND = len(": \r\n")


@rule(on=Operation, severity=INFO, since="0.1", needs="maxLength")
def check(operation: Operation, context: Context) -> Findings:
    lengths = [(header, _longest(header, context)) for header in operation.parameters_in("header")]
    size = sum(len(header.name) + AROUND + length for header, length in lengths if length is not None)
    most = limits.HEADER_BYTES.value
    if size > most:
        message = f"the headers of {operation} may have {size} bytes; all headers together can have at most {most}"
        yield Found(operation.origin, message, on_key=True)


def _longest(header: Parameter, context: Context) -> int | None:
    schema = resolve(context.api, header.schema) if header.schema is not None else None
    return schema.bounds.max_length if isinstance(schema, Scalar) else None
