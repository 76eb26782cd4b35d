"""Reports a key of the document that CloudFormation would take for one of its functions.

## Why is this bad?
A mapping whose only key is `Ref` or begins with `Fn::` is a call of a function, wherever it stands in a template; the
deployment fails. In a file of its own (`body: file` under `build.sam` or `build.cloudformation`) it is a key like any
other, and Terraform takes it as it is.

## Examples
```yaml target=cloudformation
components:
  schemas:
    Link: {type: object, properties: {Ref: {type: string}}}  # error: "Ref"
```
```yaml target=cloudformation
components:
  schemas:
    Link: {type: object, properties: {Ref: {type: string}, title: {type: string}}}
```
```yaml target=cloudformation set:build.cloudformation.body=file
components:
  schemas:
    Link: {type: object, properties: {Ref: {type: string}}}
```

## References
- https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
"""

from __future__ import annotations

from specforge.rules.rule import ERROR, GATEWAY, emitted

RULE = emitted(__name__, by="cloudformation", severity=ERROR, since="0.1", kinds=GATEWAY)
