"""Tells that the deployment of specforge.yaml is not applied to a document that lives in a template.

## Why is this bad?
The stages, domains and functions of such an API are those of its template; two descriptions of them would contradict
each other. The targets sam and cloudformation write the body, and what the body itself needs.

## Examples
```text
specforge.yaml: deploy: {stages: {prod: {tracing: true}}}
template.yaml: Resources: {Orders: {Type: AWS::Serverless::Api, Properties: {DefinitionBody: {openapi: 3.0.1, ...}}}}
```
```yaml target=sam set:deploy.stages.prod.tracing=true
paths:
  /health:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: GET, uri: 'https://orders.example.com'}
```

## References
- https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-api.html
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, INFO, emitted

RULE = emitted(__name__, by="cloudformation", severity=INFO, since="0.1", kinds=GATEWAY)
