"""Checks that every path starts with a slash.

## Why is this bad?
API Gateway skips the path. The catch-all of an HTTP API is taken without its slash: default-route-without-slash.

## Examples
```yaml http
paths:
  orders:  # error: "/orders"
    x-amazon-apigateway-any-method:
      responses: {'200': {description: ok}}
  securitySchemes: {guard: {type: apiKey}}  # error: "it belongs below components"
  stray orders: {get: {responses: {'200': {description: ok}}}}  # error: "stray orders"
  number: 1  # error: "/number"
```
```yaml fixed
paths:
  /orders:
    x-amazon-apigateway-any-method:
      responses: {'200': {description: ok}}
  securitySchemes: {guard: {type: apiKey}}  # error: "components"
  stray orders: {get: {responses: {'200': {description: ok}}}}  # error: "stray orders"
  number: 1  # error: "/number"
```
```yaml http
paths:
  $default:  # default-route-without-slash
    x-amazon-apigateway-any-method:
      isDefaultRoute: true
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: ANY, uri: 'https://a.example.com', payloadFormatVersion: '1.0'}
```

## References
- keys: struct-path-no-leading-slash
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
"""

from __future__ import annotations

import re

from specforge.document import Cursor, Document
from specforge.document.belonging import SLASH, where_it_belongs
from specforge.document.kind import METHODS
from specforge.ir import Kind
from specforge.rules.fixes import renaming
from specforge.rules.rule import ERROR, Context, Findings, Found, rule

SHAPE = re.compile(r"[^\s/]\S*")
DEFAULT_ROUTE = "$default"


@rule(on=Document, severity=ERROR, stops="gateway", since="0.1")
def check(document: Document, context: Context) -> Findings:
    paths = document.root.mapping("paths")
    for path, item in paths.items() if paths is not None else ():
        if path == DEFAULT_ROUTE and context.api.kind is Kind.HTTP:
            continue  # default-route-without-slash
        if not path.startswith(("/", "x-", "Fn::", "$ref")):
            fix = renaming(item, f"/{path}") if SHAPE.fullmatch(path) and _is_path_item(item) else None
            belongs = where_it_belongs(path, ("paths",), (), document.version) or SLASH
            wanted = f"it must be /{path}" if belongs is SLASH else belongs.words
            yield Found(
                item,
                f"the path {path} does not start with a slash; {wanted}",
                on_key=True,
                aws_message=f"Parse issue: attribute paths. Resource {path} should start with /",
                fix=fix,
            )


def _is_path_item(item: Cursor) -> bool:
    """Tells whether a method stands there: what belongs elsewhere may have slipped below `paths`."""
    return isinstance(item.value, dict) and not item.value.keys().isdisjoint(METHODS)
