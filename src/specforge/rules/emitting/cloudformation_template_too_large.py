"""Reports a SAM template that is larger than CloudFormation takes.

## Why is this bad?
The deployment fails; the document has to be deployed from S3.

## Examples
```text
sam/template.yaml is 1.2 MB; CloudFormation takes 1 MB
```
```yaml target=sam
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
```

## References
- keys: limit-document-inline-cfn
- https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, WARNING, emitted

RULE = emitted(__name__, by="sam", severity=WARNING, since="0.1", kinds=GATEWAY)
