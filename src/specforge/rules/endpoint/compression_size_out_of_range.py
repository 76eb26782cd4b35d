"""Checks that the minimum compression size is one that API Gateway takes.

## Why is this bad?
The import of the API fails.

## Examples
```yaml
x-amazon-apigateway-minimum-compression-size: 10485761  # error: "at most 10485760"
paths: {}
```
```yaml
x-amazon-apigateway-minimum-compression-size: 10485760
paths: {}
```
```yaml
x-amazon-apigateway-minimum-compression-size: -1  # error: "at least 0"
paths: {}
```
```yaml
x-amazon-apigateway-minimum-compression-size: 0
paths: {}
```
```yaml
paths: {}
```

## References
- keys: limit-compression-size
- https://docs.aws.amazon.com/apigateway/latest/api/API_CreateRestApi.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import Api
from specforge.rules.bounds import broken_bound
from specforge.rules.rule import ERROR, REST, Context, Findings, Found, rule


@rule(on=Api, severity=ERROR, stops="gateway", since="0.1", kinds=(REST,), needs="compression-size")
def check(api: Api, context: Context) -> Findings:
    size = api.minimum_compression_size
    bound = broken_bound(size, 0, limits.COMPRESSION_MAX_BYTES.value) if isinstance(size, int) else None
    if bound is not None:
        yield Found(
            api.origin.at("x-amazon-apigateway-minimum-compression-size"),
            f"the minimum compression size is {size} bytes; it must be {bound}",
            aws_message="Invalid minimum compression size, must be between 0 and 10485760",
        )
