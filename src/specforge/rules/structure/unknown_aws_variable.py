"""Checks that `${AWS::...}` in a plain text is a variable that API Gateway fills in.

## Why is this bad?
On import API Gateway fills in AccountId, Partition and Region alone. Other pseudo parameters are CloudFormation's and
need its Fn::Sub around the text.

## Examples
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        credentials: arn:aws:iam::123456789012:role/${AWS::StackName}-orders  # error: "AWS::StackName"
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        credentials: arn:${AWS::Partition}:iam::${AWS::AccountId}:role/orders
```
```yaml
paths:
  /orders:
    get:
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: http_proxy
        credentials: !Sub arn:aws:iam::123456789012:role/${AWS::StackName}-orders
```

## References
- keys: struct-unknown-aws-variable
- https://docs.aws.amazon.com/apigateway/latest/developerguide/import-api-aws-variables.html
- https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-open-api.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from specforge.diagnostics import Origin
from specforge.document import Document
from specforge.rules.rule import WARNING, Context, Findings, Found, rule

VARIABLE = re.compile(r"\$\{(AWS::\w+)\}")
KNOWN = ("AWS::AccountId", "AWS::Partition", "AWS::Region")


@rule(on=Document, severity=WARNING, since="0.1", needs="${AWS::")
def check(document: Document, context: Context) -> Findings:
    if not set(VARIABLE.findall(document.source.text)) - set(KNOWN):
        return
    for text, origin in _plain_texts(document.root):
        for name in dict.fromkeys(VARIABLE.findall(text)):
            if name not in KNOWN:
                known = "AWS::AccountId, AWS::Partition and AWS::Region"
                yield Found(origin, f"{name} is not filled in here; API Gateway knows {known}")


def _plain_texts(root: Origin) -> Iterator[tuple[str, Origin]]:
    """Yields the strings outside of CloudFormation's functions that API Gateway sees as they are."""
    open_ = [root]
    while open_:
        node = open_.pop()
        value = node.value
        if isinstance(value, str):
            yield value, node
        elif isinstance(value, dict):
            open_ += [node.at(key) for key in value if not str(key).startswith("Fn::")]
        elif isinstance(value, list):
            open_ += [node.at(index) for index in range(len(value))]
