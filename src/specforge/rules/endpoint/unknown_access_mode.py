"""Checks that the endpoint access mode is one of the two that exist.

## Why is this bad?
The import of the API fails.

## Examples
```yaml
x-amazon-apigateway-security-policy: SecurityPolicy_TLS13_1_3_2025_09
x-amazon-apigateway-endpoint-access-mode: strict  # error: "STRICT"
paths: {}
```
```yaml fixed
x-amazon-apigateway-security-policy: SecurityPolicy_TLS13_1_3_2025_09
x-amazon-apigateway-endpoint-access-mode: STRICT
paths: {}
```
```yaml
x-amazon-apigateway-endpoint-access-mode: !Ref Mode
paths: {}
```
```yaml
paths: {}
```

## References
- keys: ep-accessmode-value
- https://docs.aws.amazon.com/apigateway/latest/api/API_CreateRestApi.html
"""

from __future__ import annotations

from specforge.document.extensions import ACCESS_MODES
from specforge.ir import Api
from specforge.rules.rule import ERROR, REST, Context, Findings, rule
from specforge.rules.words import unknown_word

MODE = "x-amazon-apigateway-endpoint-access-mode"


@rule(on=Api, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,), needs="endpoint-access-mode")
def check(api: Api, context: Context) -> Findings:
    yield from unknown_word(
        api.origin.at(MODE), api.endpoint_access_mode, ACCESS_MODES, name="the endpoint access mode"
    )
