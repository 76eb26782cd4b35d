"""Checks that a private API has a resource policy.

## Why is this bad?
The deployment fails: without a policy nobody may call it.

## Examples
```yaml config
deploy:
  endpoint: {type: private}  # error: "resource policy"
```
```yaml config
deploy:
  endpoint: {type: private}
  policy:
    Version: '2012-10-17'
    Statement: [{Effect: Allow, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*'}]
```
```yaml config
deploy:
  endpoint: {type: regional}
```
```yaml set:deploy.endpoint.type=private
x-amazon-apigateway-policy: {Statement: []}
paths: {}
```

## References
- keys: pol-private-missing
- https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-create.html
"""

from __future__ import annotations

from specforge.ir import Endpoint
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=Endpoint, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,))
def check(endpoint: Endpoint, context: Context) -> Findings:
    api = context.api
    if endpoint.type != "private" or api.policy is not None:
        return
    if api.deployment is not None and api.deployment.policy is not None:
        return
    yield Found(
        endpoint.origin.at("type"),
        "the endpoint is private and the API has no resource policy; it must have one",
        aws_message="Private REST API doesn't have a resource policy attached to it",
    )
