"""Reports an integration for which the role that is made gets no permission, because its action is not known.

## Why is this bad?
The service refuses every call until somebody adds the permission to the role.

## Examples
```yaml target=sam set:deploy.roles=create
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:sqs:path/123456789012/orders  # error: "GET /orders"
        credentials: arn:aws:iam::123456789012:role/orders
```
```yaml target=sam set:deploy.roles=create
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:sqs:path/123456789012/orders
        credentials: arn:aws:iam::123456789012:role/orders
        requestTemplates: {application/json: "Action=SendMessage&MessageBody=$util.urlEncode($input.body)"}
```
```yaml target=sam
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:sqs:path/123456789012/orders
        credentials: arn:aws:iam::123456789012:role/orders
```

## References
- https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, WARNING, emitted

RULE = emitted(__name__, by="infrastructure", severity=WARNING, since="0.1", kinds=GATEWAY)
