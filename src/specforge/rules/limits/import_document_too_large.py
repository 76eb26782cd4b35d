"""Checks that what is imported is no larger than API Gateway takes.

## Why is this bad?
The import of a REST API fails. What counts is the import document that specforge writes, without white space; of a
document that is imported as it is, its own text.

## Examples
```yaml
info:  # error: "at most 6000000"
  title: Orders
  version: '1'
  description: |-
    <99 x x>  # times 60000
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
```
```yaml
x-notes:
    - <99 x x>  # times 60000
paths: {/orders: {get: {responses: {'200': {description: ok}}, x-amazon-apigateway-integration: {type: mock}}}}
```
```yaml as-is
openapi: 3.0.1
info: {title: Orders, version: '1'}  # error: "has 6000001 bytes"
x-notes:
    - <99 x x>  # times 56600
    - <192 x x>
paths: {/orders: {get: {responses: {'200': {description: ok}}, x-amazon-apigateway-integration: {type: mock}}}}
```
```yaml as-is
openapi: 3.0.1
info: {title: Orders, version: '1'}
x-notes:
    - <99 x x>  # times 56601
    - <115 x x>
paths: {/orders: {get: {responses: {'200': {description: ok}}, x-amazon-apigateway-integration: {type: mock}}}}
```

## References
- keys: limit-document-size
- https://docs.aws.amazon.com/apigateway/latest/api/API_ImportRestApi.html
"""

from __future__ import annotations

import msgspec

from specforge import limits
from specforge.diagnostics import Report
from specforge.ir import Api
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule
from specforge.rules.sizes import may_exceed


@rule(on=Api, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(api: Api, context: Context) -> Findings:
    if not may_exceed(context.document, limits.IMPORT_BYTES):
        return
    size = len(context.document.source.text.encode()) if context.as_is else _written(api)
    largest = limits.IMPORT_BYTES.value
    if size > largest:
        message = f"the import document has {size} bytes; it can have at most {largest}"
        yield Found(api.origin.at("info"), message, on_key=True)


def _written(api: Api) -> int:
    from specforge.importdoc import import_document  # lazy: for documents that come near the limit only

    return len(msgspec.json.encode(import_document(api, Report())))
