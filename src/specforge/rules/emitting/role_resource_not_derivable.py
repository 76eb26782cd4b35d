"""Tells that the resource of a service integration is not known, so that the role that is made asks for its ARN.

## Why is this bad?
It is a value to give at deployment; a wildcard in its place would let the API reach every table, queue or stream.

## Examples
```yaml target=sam set:deploy.roles=create
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:dynamodb:action/GetItem  # error: "dynamodb:GetItem"
        credentials: arn:aws:iam::123456789012:role/orders
        requestTemplates: {application/json: '{"TableName": "$input.params(''table'')"}'}
```
```yaml target=sam set:deploy.roles=create
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:dynamodb:action/GetItem
        credentials: arn:aws:iam::123456789012:role/orders
        requestTemplates: {application/json: '{"TableName": "orders"}'}
```

## References
- https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, INFO, emitted

RULE = emitted(__name__, by="infrastructure", severity=INFO, since="0.1", kinds=GATEWAY)
