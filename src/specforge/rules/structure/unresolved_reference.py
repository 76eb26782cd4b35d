"""Checks that every `$ref` leads somewhere.

## Why is this bad?
What the reference names is missing in every output; API Gateway drops it with a warning in the import's log.

## Examples
```yaml
paths:
  /orders:
    get:
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Ordr'  # error: "Ordr"
            text/plain:
              schema:
                $ref: 'example.yaml#/components/schemas/Ordr'  # error: "Ordr"
            application/xml: {schema: {$ref: 'missing.yaml#/components/schemas/Order'}}
```
```yaml
paths: {/orders: {get: {responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Empty'}}}}}}}}
```
```yaml plain
paths:
  /orders:
    get:
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Order'
components:
  schemas:
    Order: {type: object, properties: {id: {type: string}}}
```

## References
- keys: model-ref-missing, int-ref-target
- https://spec.openapis.org/oas/v3.0.3#reference-object
"""

from __future__ import annotations

from specforge.document import Cursor
from specforge.document.extensions import OWN_MODELS
from specforge.rules.rule import EVERY_KIND, WARNING, Context, Findings, Found, Raw, rule


@rule(on=Raw("$ref"), severity=WARNING, since="0.1", kinds=EVERY_KIND)
def check(reference: Cursor, context: Context) -> Findings:
    holder = reference.parent
    target = reference.value
    if not isinstance(target, str) or not isinstance(holder, Cursor) or holder.step() is not None:
        return
    if target.rpartition("/")[2] in OWN_MODELS and context.api.kind.value == "rest":
        return
    if _readable(target, holder):
        yield Found(reference, f"$ref is {target}, which leads nowhere")


def _readable(target: str, holder: Cursor) -> bool:
    """Tells whether the file of a reference could be read, so that only the part behind `#` is missing."""
    return holder.references.resolve(target.partition("#")[0], holder) is not None
