"""Checks that an `x-amazon-apigateway-*` extension is one that API Gateway has.

## Why is this bad?
API Gateway ignores an extension that it does not know, so a misspelt one is lost without a word: the method stays
without integration, the validator is never used, the authorizer does not exist.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: orders}}
      x-amazon-apigateway-integraton:  # error: "did you mean x-amazon-apigateway-integration?"
        type: mock
```
```yaml fixed
paths:
  /orders:
    get:
      responses: {'200': {description: orders}}
      x-amazon-apigateway-integration:
        type: mock
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: orders}}
      x-amazon-apigateway-integration: {type: mock, requestTemplates: {application/json: '{"statusCode": 200}'}}
```

## References
- keys: struct-unknown-extension
- https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html
"""

from __future__ import annotations

from specforge.document import Cursor
from specforge.document.extensions import EXTENSIONS
from specforge.rules.fixes import renaming_to_near
from specforge.rules.rule import GATEWAY, WARNING, Context, Findings, Found, Raw, rule
from specforge.spelling import did_you_mean


@rule(on=Raw("x-amazon-*"), severity=WARNING, since="0.1", kinds=GATEWAY)
def check(extension: Cursor, context: Context) -> Findings:
    name = str(extension.key)
    if name not in EXTENSIONS:
        message = f"API Gateway has no extension {name}{did_you_mean(name, EXTENSIONS)}"
        yield Found(extension, message, on_key=True, fix=renaming_to_near(extension, name, EXTENSIONS))
