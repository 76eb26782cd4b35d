"""Lambda functions that the deployment creates, and the operations that call them.

An entry of `deploy.functions` belongs to an operation whose integration names the function so, by name or by
placeholder, or whose operationId is that name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from specforge.diagnostics import Report
from specforge.infrastructure.model import PlannedFunction
from specforge.infrastructure.package import package_of
from specforge.ir import (
    Api,
    Deferred,
    FullIntegration,
    Function,
    Grant,
    Integration,
    Lambda,
    LambdaProxy,
    NeededFunction,
    Operation,
    Text,
)

DEFAULT_RUNTIME = "python3.13"
DEFAULT_HANDLER = "index.handler"
_SUFFIX = re.compile(r"(lambda|function)?(invoke)?(uri|arn)?$")
_ACCOUNT = re.compile(r"\d{12}")


class Called(NamedTuple):
    """A function as an integration or an authorizer names it: `name` is a name or, where all is known, an ARN."""

    name: Text
    qualifier: Text | None

    @property
    def short_name(self) -> str | None:
        """Returns the plain name when it is known."""
        literal = self.name.literal
        return literal.rpartition(":")[2] if literal is not None else None


def read_called(function: Text) -> Called:
    """Returns what the ARN or name of a function says, its version or alias apart.

    An ARN whose account or Region only the deployment knows shrinks to the name: the function is looked for where
    the API is.
    """
    pieces = function.split(":")
    if function.prefix.startswith("arn") and len(pieces) >= 7:
        name, qualifier = pieces[6], pieces[7] if len(pieces) > 7 else None
        account = pieces[4].literal or ""
        whole = ":".join(piece.literal or "" for piece in pieces[:7])
        is_known = _ACCOUNT.fullmatch(account) and all(piece.literal is not None for piece in pieces[:7])
        return Called(Text((whole,)) if is_known else name, qualifier)
    if len(pieces) == 2:
        return Called(pieces[0], pieces[1])
    return Called(function, None)


def find_called(integration: Integration | None) -> Called | None:
    """Returns the function behind an integration; None when it calls none, or one that only the deployment knows."""
    match integration:
        case LambdaProxy(function=function) | Lambda(function=function) if function is not None:
            return read_called(function)
        case _:
            return None


def plan_functions(api: Api, report: Report) -> tuple[PlannedFunction, ...]:
    """Returns the functions to create; reports an entry that no operation calls."""
    configured = api.deployment.functions if api.deployment is not None else ()
    traced = api.deployment is not None and any(stage.tracing for stage in api.deployment.stages)
    made = (replace(_planned(function, api, report), tracing=traced) for function in configured)
    return (*made, *(_needed(need, traced=traced) for need in api.needs if isinstance(need, NeededFunction)))


def _needed(need: NeededFunction, *, traced: bool) -> PlannedFunction:
    return PlannedFunction(
        name=need.name,
        handler=need.handler,
        runtime=need.runtime,
        code=".",
        timeout_s=need.timeout_s,
        memory_mb=need.memory_mb,
        environment=need.environment,
        package=package_of({file.path: file.content.encode() for file in need.files}),
        grants=need.grants,
        tracing=traced,
        is_needed=True,
        origin=need.origin,
    )


def _planned(function: Function, api: Api, report: Report) -> PlannedFunction:
    callers = [operation for operation in api.operations if _calls(operation, function.name)]
    if not callers:
        message = f"no operation calls the function {function.name}, by its uri or by its operationId"
        report.add("deployed-function-not-called", function.origin, message, on_key=True)
    if function.code is not None and function.files is None:
        message = f"{function.code} is no folder of the project that can be read, so the code is not packed"
        report.add("function-code-not-found", function.origin.at("code"), message)
    names = {called.short_name for operation in callers if (called := find_called(operation.integration)) is not None}
    known = sorted(name for name in names if name is not None)
    return PlannedFunction(
        name=function.name,
        function_name=known[0] if len(known) == 1 else None,
        handler=function.handler or DEFAULT_HANDLER,
        runtime=function.runtime or DEFAULT_RUNTIME,
        code=function.code or ".",
        timeout_s=function.timeout_s,
        memory_mb=function.memory_mb,
        environment=function.environment,
        architecture=function.architecture,
        package=package_of(function.files) if function.files else None,
        role=function.role,
        grants=tuple(Grant(actions=allowed.actions, resources=allowed.resources) for allowed in function.allow),
        origin=function.origin,
    )


def _calls(operation: Operation, name: str) -> bool:
    integration = operation.integration
    if not isinstance(integration, LambdaProxy | Lambda):
        return False
    if operation.operation_id == name:
        return True
    called = find_called(integration)
    if called is not None and called.short_name == name:
        return True
    uri = integration.uri
    return uri is not None and any(_plain(part.name) == _plain(name) for part in uri.deferred if part.tool != "stage")


def _plain(name: str) -> str:
    """Returns a name for comparison: `create_order_lambda_arn`, `CreateOrderFunction.Arn` and `createOrder` are one."""
    return _SUFFIX.sub("", re.sub(r"[^a-z0-9]", "", name.lower()))


def find_function(operation: Operation, functions: tuple[PlannedFunction, ...]) -> PlannedFunction | None:
    """Returns the created function that an operation calls; None when it calls another, or a version or alias."""
    called = find_called(operation.integration)
    if called is not None and called.qualifier is not None:
        return None
    needed = needed_name(called.name) if called is not None else None
    if needed is not None:
        return next((function for function in functions if function.is_needed and function.name == needed), None)
    for function in (function for function in functions if not function.is_needed):
        if _calls(operation, function.name) or (
            called is not None and called.short_name is not None and called.short_name == function.function_name
        ):
            return function
    return None


def needed_name(text: Text) -> str | None:
    """Returns the name of the need whose attribute a text is."""
    part = text.parts[0] if len(text.parts) == 1 else None
    return part.name.rpartition(".")[0] if isinstance(part, Deferred) and part.tool == "need" else None


def rewired(api: Api, functions: tuple[PlannedFunction, ...], uri: Callable[[PlannedFunction], Text]) -> Api:
    """Returns the API with the created functions behind its operations; `uri` says how a target refers to one."""
    own = tuple(function for function in functions if not function.is_needed)
    return replace(api, operations=tuple(_rewired(api.operations, own, uri))) if own else api


def _rewired(
    operations: tuple[Operation, ...], functions: tuple[PlannedFunction, ...], uri: Callable[[PlannedFunction], Text]
) -> Iterator[Operation]:
    for operation in operations:
        function = find_function(operation, functions)
        integration = operation.integration
        if function is not None and isinstance(integration, LambdaProxy | Lambda):
            changed: FullIntegration = replace(integration, uri=uri(function), function=None, shared_name=None)
            yield replace(operation, integration=changed)
        else:
            yield operation
