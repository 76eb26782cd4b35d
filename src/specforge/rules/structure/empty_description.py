"""Checks that the description of the API is not an empty text.

## Why is this bad?
API Gateway refuses an empty description when an API is created. Whether an import refuses it as well is unconfirmed;
specforge leaves it out of the import document.

## Examples
```yaml
info:
  title: Orders
  version: '1'
  description: ''  # error: "empty"
paths: {}
```
```yaml fixed
info:
  title: Orders
  version: '1'
paths: {}
```
```yaml
info:
  title: Orders
  version: '1'
  description: Orders of the shop.
paths: {}
```
```yaml
info: ''
paths: {}
```

## References
- keys: struct-description-empty
- https://docs.aws.amazon.com/apigateway/latest/api/API_CreateRestApi.html
"""

from __future__ import annotations

from specforge.ir import Api
from specforge.rules.fixes import removing
from specforge.rules.rule import REST, WARNING, Context, Findings, Found, rule


@rule(on=Api, severity=WARNING, since="0.1", kinds=(REST,))
def check(api: Api, context: Context) -> Findings:
    description = api.origin.at("info", "description")
    if description.key == "description" and description.value == "":
        yield Found(
            description,
            "info.description is empty; it must have text or be left out",
            aws_message="Description cannot be an empty string",
            fix=removing(description),
        )
