"""Reports a CloudFormation dynamic reference in a text of the document.

## Why is this bad?
CloudFormation would put a secret in its place, wherever it stands; the template holds it in a form that is not resolved.
With `body: file` under `build.sam` or `build.cloudformation` it stays as it is, and so it does with Terraform.

## Examples
```yaml target=sam
paths:
  /orders:
    get:
      summary: '{{resolve:ssm:/orders}}'  # error
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: '200'}}
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
- https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, WARNING, emitted

RULE = emitted(__name__, by="cloudformation", severity=WARNING, since="0.1", kinds=GATEWAY)
