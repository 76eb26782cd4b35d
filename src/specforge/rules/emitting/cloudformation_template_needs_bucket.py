"""Tells that a template is deployed by way of a bucket, because it has more than 51,200 bytes.

## Why is this bad?
`aws cloudformation deploy` asks for `--s3-bucket`, and the console for an upload.

## Examples
```yaml target=cloudformation
openapi: 3.0.1  # error: "51200"
components:
  schemas:
    Notes: {type: string, description: '<60000 x a>'}
```
```yaml target=cloudformation
components:
  schemas:
    Notes: {type: string, description: short}
```

## References
- https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, INFO, emitted

RULE = emitted(__name__, by="cloudformation", severity=INFO, since="0.1", kinds=GATEWAY)
