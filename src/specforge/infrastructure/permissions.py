"""The permissions by which API Gateway may call Lambda functions: one per function (and alias) and API.

Without one every call answers 500. Source: the developer guide, "Troubleshooting: invalid permissions on Lambda
function"; the form of the source ARN: "Control access for invoking an API", `{api}/{stage}/{METHOD}/{path}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from specforge.diagnostics import Origin, Report
from specforge.infrastructure.functions import Called, find_called, find_function, read_called
from specforge.infrastructure.model import Permission, PlannedFunction, PlannedStage
from specforge.ir import Api, Deferred, Lambda, LambdaProxy, LambdaRequest, LambdaToken, Operation, Text
from specforge.source import branches

AUTHORIZERS = "/authorizers/*"
ANYTHING = "/*"
_VARIABLE = re.compile(r"\{[^/{}]*\}")


class _Call(NamedTuple):
    """One thing that calls a function, and what follows the execution ARN when it does."""

    who: str
    source: str
    origin: Origin
    called: Called | None
    uri: Text | None
    planned: PlannedFunction | None = None


def plan_permissions(
    api: Api, stages: tuple[PlannedStage, ...], functions: tuple[PlannedFunction, ...], report: Report
) -> tuple[Permission, ...]:
    """Returns the permissions; reports calls of functions that only the deployment knows."""
    found: dict[str, Permission] = {}
    for call in (*_operation_calls(api, functions), *_authorizer_calls(api)):
        for permission in _resolved(call, stages, report):
            key = repr((permission.function, permission.planned, permission.uri, permission.qualifier))
            known = found.get(key, permission)
            found[key] = known if known.source == permission.source else replace(known, source=ANYTHING)
    return tuple(found.values())


def _permission(call: _Call, function: Text, qualifier: str | None) -> Permission:
    words = "_".join(part.name if isinstance(part, Deferred) else part.rpartition(":")[2] for part in function.parts)
    name = f"{words}_{qualifier}" if qualifier else words
    return Permission(name=name, function=function, qualifier=qualifier, source=call.source, origin=call.origin)


def _operation_calls(api: Api, functions: tuple[PlannedFunction, ...]) -> Iterator[_Call]:
    for operation in api.operations:
        integration = operation.integration
        if not isinstance(integration, LambdaProxy | Lambda) or integration.credentials is not None:
            continue
        function = find_function(operation, functions)
        called = find_called(integration)
        yield _Call(
            who=str(operation),
            source=_source(operation),
            origin=integration.origin.at("uri"),
            called=called,
            uri=integration.uri,
            planned=function,
        )


def _source(operation: Operation) -> str:
    """Returns `/*/GET/orders/*`: any stage, the method, the path with its variables left open."""
    if operation.path in ("/$default", "$default"):
        return "/*/$default"
    method = "*" if operation.method == "ANY" else operation.method
    return f"/*/{method}{_VARIABLE.sub('*', operation.path)}"


def _authorizer_calls(api: Api) -> Iterator[_Call]:
    for scheme in api.security_schemes.values():
        authorizer = scheme.authorizer
        if isinstance(authorizer, LambdaToken | LambdaRequest) and authorizer.credentials is None:
            called = read_called(authorizer.function) if authorizer.function is not None else None
            yield _Call(
                who=f"authorizer {scheme.name}",
                source=AUTHORIZERS,
                origin=authorizer.origin,
                called=called,
                uri=authorizer.uri,
            )


def _resolved(call: _Call, stages: tuple[PlannedStage, ...], report: Report) -> Iterator[Permission]:
    """Yields the permissions that a call needs: one for each value that its stage variables take."""
    if call.planned is not None:
        yield Permission(name=call.planned.name, planned=call.planned.name, source=call.source, origin=call.origin)
        return
    if call.called is None and call.uri is not None and is_one_value(call.uri):
        yield Permission(name=call.uri.deferred[0].name, uri=call.uri, source=call.source, origin=call.origin)
        return
    found = [] if call.called is None else list(_with_stage_variables(call.called, stages))
    if not found:
        message = f"{call.who} calls a function that only the deployment knows; it gets no permission here"
        report.add("lambda-permission-not-derivable", call.origin, message)
    for function, qualifier in found:
        yield _permission(call, function, qualifier)


def is_one_value(text: Text) -> bool:
    """Tells whether a text is one expression with one value: neither a condition nor a stage variable."""
    part = text.parts[0] if len(text.parts) == 1 else ""
    return isinstance(part, Deferred) and part.tool != "stage" and branches(part.source) is None


def _with_stage_variables(called: Called, stages: tuple[PlannedStage, ...]) -> Iterator[tuple[Text, str | None]]:
    for stage in stages:
        own = dict(stage.variables)
        for variables in (own, {**own, **stage.canary.variables} if stage.canary is not None else own):
            name = _substituted(called.name, variables)
            qualifier = _substituted(called.qualifier, variables) if called.qualifier is not None else Text(())
            if name is not None and name.parts and qualifier is not None and qualifier.literal is not None:
                yield name, qualifier.literal or None


def _substituted(text: Text, variables: dict[str, Text]) -> Text | None:
    """Returns the text with stage variables put in; None when one has no value."""
    whole = Text(())
    for part in text.parts:
        if isinstance(part, Deferred) and part.tool == "stage":
            if part.name not in variables:
                return None
            whole = whole + variables[part.name]
        else:
            whole = whole + Text((part,))
    return whole
