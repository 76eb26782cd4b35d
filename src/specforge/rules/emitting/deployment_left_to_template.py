"""Tells that the deployment of specforge.yaml is not applied to a document that lives in a template.

## Why is this bad?
The stages, domains and functions of such an API are those of its template; two descriptions of them would contradict
each other. The targets sam and cloudformation write the body, and what the body itself needs.

## Examples
```yaml target=sam set:deploy.stages.prod.tracing=true
Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: prod
      DefinitionBody:
        openapi: 3.0.1
        info: {title: orders, version: '1'}
        paths: {}
```

## References
- https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-api.html
"""

from __future__ import annotations

from specforge.rules.rule import GATEWAY, INFO, emitted

RULE = emitted(__name__, by="cloudformation", severity=INFO, since="0.1", kinds=GATEWAY)
