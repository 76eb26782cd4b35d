"""Checks that the API has at least one operation.

## Why is this bad?
The import succeeds and the deployment fails: there is nothing to deploy.

## Examples
```yaml
paths: {}  # error: "no operation"
```
```yaml
paths:  # error: "no operation"
  /orders: {description: orders of the shop}
```
```yaml
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
paths: {/a: {Fn::If: [A, {}, {}]}}
```
```yaml
paths: {Fn::Transform: {Name: AWS::Include}}
```
```yaml
paths: {/a: {$ref: '#/missing'}}
```
```yaml
paths: []
```

## References
- keys: struct-no-operations
- https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html
"""

from __future__ import annotations

from specforge.diagnostics import Origin
from specforge.document import Cursor
from specforge.ir import Api
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=Api, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(api: Api, context: Context) -> Findings:
    paths = context.document.root.get("paths")
    if api.operations or paths is None or context.document.completed_by_sam or _is_open(paths):
        return
    yield Found(
        paths,
        "the API has no operation; it must have one",
        on_key=True,
        aws_message="The REST API doesn't contain any methods",
    )


def _is_open(paths: Cursor) -> bool:
    """Tells whether a part is left to the deployment or to another file, or is malformed in another way."""
    return _is_left(paths) or any(_is_left(paths.at(path)) for path in paths.value)


def _is_left(part: Origin) -> bool:
    return not isinstance(part.value, dict) or any(key.startswith(("Fn::", "$ref")) for key in part.value)
