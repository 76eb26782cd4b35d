"""Checks that an `Fn::If` stands where specforge keeps both of its branches.

## Why is this bad?
Conditions are kept around path items, operations, integrations and single values. Around any other part, such as a
response or an authorizer, every output has the first branch only.

## Examples
```yaml
paths:
  /orders:
    get:
      responses:
        '200':
          Fn::If:  # error: "first branch"
            - IsProd
            - {description: orders}
            - {description: orders of a test}
```
```yaml
paths: {/orders: {get: {Fn::If: [IsProd, {responses: {'200': {description: orders}}}, {responses: {}}]}}}
```
```yaml
paths:
  /a:
    get:
      responses: {'200': {description: {Fn::If: [A, a, b]}, headers: {Fn::If: [A, !Ref X, !Ref Y]}}}
      x-amazon-apigateway-integration: {type: mock, requestTemplates: {Fn::If: [A, {a: b}, {c: d}]}}
  /b: {Fn::If: [A, {get: {}}, {put: {}}]}
  /c: {Fn::If: [A, {Fn::If: [B, {get: {}}, {put: {}}]}, {post: {}}]}
```
```yaml
paths:
  /a:
    get:
      responses:
        '200': {Fn::If: [A, {description: orders}, !Ref AWS::NoValue]}  # error: "around 200"
        '404': {Fn::If: [A, !Ref AWS::NoValue, {description: no orders}]}  # error: "around 404"
```

## References
- https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-conditions.html
"""

from __future__ import annotations

from specforge.diagnostics import Origin
from specforge.document import Cursor
from specforge.rules.rule import WARNING, Context, Findings, Found, Raw, rule

KEPT = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "x-amazon-apigateway-any-method"})
PATH_ITEM = 2
INTEGRATION = "x-amazon-apigateway-integration"


@rule(on=Raw("Fn::If"), severity=WARNING, since="0.1")
def check(condition: Cursor, context: Context) -> Findings:
    holder = condition.parent
    arms = [condition.item(1), condition.item(2)]
    if holder is None or not any(_is_part(arm) for arm in arms) or _is_kept(holder, context):
        return
    message = f"the Fn::If around {holder.key} is not kept: every output has its first branch"
    yield Found(condition, message, on_key=True)


def _is_part(arm: Cursor | None) -> bool:
    return arm is not None and isinstance(arm.value, dict) and not arm.is_expression


def _is_kept(holder: Origin, context: Context) -> bool:
    """Tells whether the place is a path item, an operation or an integration, also inside another Fn::If."""
    if holder.entry is not context.document.root.entry:
        return True
    pointer = holder.pointer()[len(context.document.root.pointer()) :]
    names = [key for key in pointer if not isinstance(key, int) and key != "Fn::If"]
    if INTEGRATION in names:
        return True
    return names[:1] == ["paths"] and (len(names) <= PATH_ITEM or names[-1] in KEPT)
