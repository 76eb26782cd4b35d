"""Reports expressions in an import document that stands in a file beside the template.

## Why is this bad?
API Gateway reads the file from S3 as it is: CloudFormation fills nothing in, and the import fails or calls what does not
exist. API Gateway itself knows `${AWS::AccountId}`, `${AWS::Partition}` and `${AWS::Region}`.

## Examples
```yaml target=sam set:build.sam.body=file
openapi: 3.0.1  # error: "Backend"
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: {Ref: Backend}}
```
```yaml target=sam set:build.sam.body=file
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com'}
```
```yaml target=sam
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: {Ref: Backend}}
```

## References
- https://docs.aws.amazon.com/apigateway/latest/developerguide/import-api-aws-variables.html
"""

from __future__ import annotations

from specforge.rules.rule import ERROR, GATEWAY, emitted

RULE = emitted(__name__, by="cloudformation", severity=ERROR, since="0.1", kinds=GATEWAY)
