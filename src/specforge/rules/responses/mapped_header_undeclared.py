"""Checks that a mapped response header is declared by the operation's response.

## Why is this bad?
The import of the API fails; so it does where the operation has no responses at all.

## Examples
```yaml
paths:
  /orders:
    put: {security: []}
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: mock
        responses: {default: {statusCode: '200', responseParameters: {method.response.header.ETag: integration.response.header.ETag}}}  # error: "ETag"
```
```yaml fixed
paths:
  /orders:
    put: {security: []}
    get:
      responses: {'200': {description: ok, headers: {ETag: {schema: {type: string}}}}}
      x-amazon-apigateway-integration:
        type: mock
        responses: {default: {statusCode: '200', responseParameters: {method.response.header.ETag: integration.response.header.ETag}}}
```
```yaml
paths:
  /orders:
    options:
      x-amazon-apigateway-integration: {type: mock, responses: {default: {statusCode: '200', responseParameters: {method.response.header.Allow: "'GET'"}}}}  # error: "Allow"
```

## References
- keys: map-response-header-undeclared, cors-header-undeclared
- https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html
"""

from __future__ import annotations

import re

from specforge.diagnostics import Fix, Origin
from specforge.ir import HttpProxy, Invalid, LambdaProxy, Operation, ShortForm
from specforge.rules.fixes import inserting
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule

TARGET = re.compile(r"method\.response\.(?:multivalue)?header\.(.+)\Z")
AWS = "Invalid mapping expression specified: Validation Result: warnings : [], errors : [{}]"


@rule(on=Operation, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,), needs="method.response")
def check(operation: Operation, context: Context) -> Findings:
    integration = operation.integration
    if integration is None or isinstance(integration, Invalid | ShortForm | LambdaProxy | HttpProxy):
        return
    declared = {response.status: response for response in operation.responses}
    for response in integration.responses:
        status = response.status.literal if response.status is not None else None
        answer = declared.get(status or "")
        names = {header.name.lower() for header in answer.headers} if answer is not None else set()
        for mapping in response.parameters if answer is not None or not declared else ():
            found = TARGET.match(mapping.target)
            if found is not None and found[1].lower() not in names:
                missing = f"Invalid mapping expression parameter specified: {mapping.target}"
                yield Found(
                    mapping.origin,
                    f"the header {found[1]} is not declared by response {status} of {operation}; it must be",
                    on_key=True,
                    aws_message=AWS.format(missing if declared else "No method response exists for method."),
                    fix=_declaration(answer.origin, found[1], context) if answer is not None else None,
                )


def _declaration(response: Origin, name: str, context: Context) -> Fix:
    """Returns the fix that declares a header of text."""
    header = {"type": "string"} if context.document.version.swagger else {"schema": {"type": "string"}}
    headers = response.at("headers")
    return inserting(response, "headers", {name: header}) if headers is response else inserting(headers, name, header)
