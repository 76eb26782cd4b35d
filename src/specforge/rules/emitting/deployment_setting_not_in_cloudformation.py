"""Tells that CloudFormation has no property for a setting of the deployment.

## Why is this bad?
The templates of SAM and CloudFormation leave it out; until it is set by hand, the stage is less protected than was
asked for. Terraform has it.

## Examples
```yaml config target=sam
deploy:
  stages:
    prod:
      cache: {size: 0.5, invalidation: {require-authorization: true, unauthorized: fail-with-403}}  # error
```
```yaml config target=cloudformation
deploy:
  stages:
    prod:
      cache: {size: 0.5, invalidation: {require-authorization: true, unauthorized: succeed-with-header}}
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

from specforge.rules.rule import GATEWAY, WARNING, emitted

RULE = emitted(__name__, by="cloudformation", severity=WARNING, since="0.1", kinds=GATEWAY)
