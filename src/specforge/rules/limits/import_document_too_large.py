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
info:
  title: Orders
  version: '1'
x-notes:
    - <99 x x>  # times 60000
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
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


@rule(on=Api, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(api: Api, context: Context) -> Findings:
    text, largest = context.document.source.text, limits.IMPORT_BYTES.value
    if len(text) * 4 <= largest and len(context.document.references.sources) == 1:
        return
    size = len(text.encode()) if context.as_is else _written(api)
    if size > largest:
        message = f"the import document has {size} bytes; it can have at most {largest}"
        yield Found(api.origin.at("info"), message, on_key=True)


def _written(api: Api) -> int:
    from specforge.importdoc import import_document  # lazy: for documents that come near the limit only

    return len(msgspec.json.encode(import_document(api, Report())))
