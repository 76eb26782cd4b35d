"""Tells that CloudFormation has no property for a setting of the deployment.

## Why is this bad?
The SAM template leaves it out; it has to be set after the deployment. Terraform has it.

## Examples
```yaml config target=sam
deploy:
  stages:
    prod:
      cache: {size: 0.5, invalidation: {require-authorization: true}}  # error
```
```yaml config target=sam
deploy:
  stages:
    prod:
      cache: {size: 0.5}
```

## References
- https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-apigateway-stage-methodsetting.html
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, INFO, emitted

RULE = emitted(__name__, by="sam", severity=INFO, since="0.1", kinds=GATEWAY)
