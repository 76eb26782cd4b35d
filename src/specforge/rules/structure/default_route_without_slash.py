"""Checks that the default route of an HTTP API is written `/$default`.

## Why is this bad?
API Gateway makes the route, and warns: an import that fails on warnings is refused.
SAM writes `/$default` itself for this reason when `FailOnWarnings` is set.

## Examples
```yaml http
paths:
  $default:  # error: "/$default"
    x-amazon-apigateway-any-method:
      isDefaultRoute: true
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: ANY, uri: 'https://a.example.com', payloadFormatVersion: '1.0'}
```
```yaml fixed
paths:
  /$default:
    x-amazon-apigateway-any-method:
      isDefaultRoute: true
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: ANY, uri: 'https://a.example.com', payloadFormatVersion: '1.0'}
```

## References
- keys: struct-path-no-leading-slash
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
- https://github.com/aws/serverless-application-model/issues/2297
"""

from __future__ import annotations

from specforge.document import Document
from specforge.rules.fixes import renaming
from specforge.rules.rule import HTTP, WARNING, Context, Findings, Found, rule


@rule(on=Document, severity=WARNING, since="0.1", kinds=(HTTP,))
def check(document: Document, context: Context) -> Findings:
    paths = document.root.mapping("paths")
    item = paths.get("$default") if paths is not None else None
    if item is not None:
        yield Found(
            item,
            "the path of the default route is $default; it must be /$default",
            on_key=True,
            aws_message="Parse issue: attribute paths. Resource $default should start with /",
            fix=renaming(item, "/$default") if isinstance(item.value, dict) else None,
        )
