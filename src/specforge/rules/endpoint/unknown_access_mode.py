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
from specforge.rules.fixes import respelling
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule

MODE = "x-amazon-apigateway-endpoint-access-mode"


@rule(on=Api, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,), needs="endpoint-access-mode")
def check(api: Api, context: Context) -> Findings:
    mode = api.endpoint_access_mode
    if mode is not None and mode.literal is not None and mode.literal not in ACCESS_MODES:
        message = f"the endpoint access mode is {mode}; it must be {' or '.join(ACCESS_MODES)}"
        at = api.origin.at(MODE)
        yield Found(at, message, fix=respelling(at, mode.literal, ACCESS_MODES))
