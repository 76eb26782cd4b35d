"""Checks that the time and memory of a function are within what Lambda takes.

## Why is this bad?
The deployment fails.

## Examples
```yaml config
deploy:
  functions:
    early: {timeout: 5401}  # error: "at most 5400"
    small: {memory: 127}  # error: "at least 128"
    large: {memory: 32769}  # error: "at most 32768"
```
```yaml config
deploy:
  functions:
    early: {timeout: 1, memory: 128}
    late: {timeout: 5400, memory: 32768}
    usual: {}
```

## References
- https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
"""

from __future__ import annotations

from specforge import limits
from specforge.ir import Function
from specforge.rules.bounds import broken_bound
from specforge.rules.rule import ERROR, Context, Findings, Found, rule


@rule(on=Function, severity=ERROR, stops="gateway", since="0.1")
def check(function: Function, context: Context) -> Findings:
    time, longest = function.timeout_s, limits.FUNCTION_TIMEOUT_MAX_S.value
    bound = broken_bound(time, limits.FUNCTION_TIMEOUT_MIN_S.value, longest) if time is not None else None
    if bound is not None:
        yield Found(function.origin.at("timeout"), f"the timeout is {time} seconds; it must be {bound}")
    memory, most = function.memory_mb, limits.FUNCTION_MEMORY_MAX_MB.value
    bound = broken_bound(memory, limits.FUNCTION_MEMORY_MIN_MB.value, most) if memory is not None else None
    if bound is not None:
        yield Found(function.origin.at("memory"), f"the memory is {memory} MB; it must be {bound}")
