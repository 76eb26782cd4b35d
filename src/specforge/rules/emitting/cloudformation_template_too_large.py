"""Reports a template of SAM or CloudFormation that is larger than CloudFormation takes.

## Why is this bad?
The deployment fails. With `body: file` under `build.sam` or `build.cloudformation` the document stands in a file
beside the template, from which API Gateway imports it.

## Examples
```text
the template sam/template.yaml has 1200000 bytes; CloudFormation takes at most 1000000
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

RULE = emitted(__name__, by="cloudformation", severity=WARNING, since="0.1", kinds=GATEWAY)
