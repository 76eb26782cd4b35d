"""The permissions by which API Gateway may call Lambda functions: for each function, exactly what calls it.

The policy of a function holds them all and has a limit, so where the exact ones would fill it, the permissions of a
function say any stage, and if that is too much still, any method.

Without one every call answers 500. Source: the developer guide, "Troubleshooting: invalid permissions on Lambda
function"; the form of the source ARN: "Control access for invoking an API", `{api}/{stage}/{METHOD}/{path}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from specforge.diagnostics import Origin, Report
from specforge.infrastructure.functions import Called, find_called, find_function, needed_name, read_called
from specforge.infrastructure.model import Permission, PlannedFunction, PlannedStage
from specforge.ir import Api, Deferred, Lambda, LambdaProxy, LambdaRequest, LambdaToken, Operation, Text
from specforge.source import branches

AUTHORIZERS = "/authorizers/*"
ANYTHING = "/*"
ANY_STAGE = "*"
# https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html: 20 KB; a quarter is left for other APIs.
_POLICY_BYTES = 15_000
# A statement of such a policy without the path and the function's name, with the longest names of Regions.
_STATEMENT_BYTES = 420
_VARIABLE = re.compile(r"\{[^/{}]*\}")


class _Call(NamedTuple):
    """One thing that calls a function; `source` is what follows the stage, or the execution ARN of an authorizer."""

    who: str
    source: str
    origin: Origin
    called: Called | None
    uri: Text | None
    planned: PlannedFunction | None = None


class _Use(NamedTuple):
    """A function that is called on one stage, or on any (`stage` ANY_STAGE)."""

    call: _Call
    stage: str
    function: Text | None = None
    qualifier: str | None = None

    @property
    def target(self) -> str:
        """Returns what uses of the same function (and alias) have in common."""
        if self.call.planned is not None:
            return self.call.planned.name
        return repr((self.function if self.function is not None else self.call.uri, self.qualifier))

    @property
    def source(self) -> str:
        """Returns what follows the execution ARN."""
        return self.call.source if self.call.source == AUTHORIZERS else f"/{self.stage}{self.call.source}"


def plan_permissions(
    api: Api, stages: tuple[PlannedStage, ...], functions: tuple[PlannedFunction, ...], report: Report
) -> tuple[Permission, ...]:
    """Returns the permissions; reports calls of functions that only the deployment knows."""
    uses: dict[str, list[_Use]] = {}
    for call in (*_operation_calls(api, functions), *_authorizer_calls(api, functions)):
        for use in _uses(call, stages, report):
            uses.setdefault(use.target, []).append(use)
    return tuple(permission for used in uses.values() for permission in _permissions(used))


def _permissions(uses: list[_Use]) -> Iterator[Permission]:
    """Yields the permissions of one function: exact ones, else of any stage, else one for everything."""
    exact = {use.source: use for use in uses}
    if _size(exact) > _POLICY_BYTES:
        exact = {use.source: use for use in (use._replace(stage=ANY_STAGE) for use in uses)}
    if _size(exact) > _POLICY_BYTES:
        yield _permission(uses[0], ANYTHING, "anything")
        return
    for source, use in exact.items():
        yield _permission(use, source, "" if len(exact) == 1 else source)


def _size(sources: dict[str, _Use]) -> int:
    return sum(_STATEMENT_BYTES + len(source) for source in sources)


def _permission(use: _Use, source: str, of_many: str) -> Permission:
    call = use.call
    words = [_words(use), use.qualifier or "", of_many]
    return Permission(
        name="_".join(word for word in words if word),
        planned=call.planned.name if call.planned is not None else None,
        uri=call.uri if call.planned is None and use.function is None else None,
        function=use.function,
        qualifier=use.qualifier,
        source=source,
        origin=call.origin,
    )


def _words(use: _Use) -> str:
    if use.call.planned is not None:
        return use.call.planned.name
    text = use.function if use.function is not None else use.call.uri or Text(())
    return "_".join(part.name if isinstance(part, Deferred) else part.rpartition(":")[2] for part in text.parts)


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
    """Returns `/GET/orders/*`: the method, and the path with its variables left open."""
    if operation.path in ("/$default", "$default"):
        return "/$default"
    method = "*" if operation.method == "ANY" else operation.method
    return f"/{method}{_VARIABLE.sub('*', operation.path)}"


def _authorizer_calls(api: Api, functions: tuple[PlannedFunction, ...]) -> Iterator[_Call]:
    for scheme in api.security_schemes.values():
        authorizer = scheme.authorizer
        if isinstance(authorizer, LambdaToken | LambdaRequest) and authorizer.credentials is None:
            called = read_called(authorizer.function) if authorizer.function is not None else None
            needed = needed_name(called.name) if called is not None else None
            yield _Call(
                who=f"authorizer {scheme.name}",
                source=AUTHORIZERS,
                origin=authorizer.origin,
                called=called,
                uri=authorizer.uri,
                planned=next((function for function in functions if function.name == needed), None),
            )


def _uses(call: _Call, stages: tuple[PlannedStage, ...], report: Report) -> Iterator[_Use]:
    """Yields the uses of a call: on each stage, with the value that its stage variables have there."""
    found: list[_Use] = []
    is_opaque = call.called is None and call.uri is not None and is_one_value(call.uri)
    for stage in stages:
        name = ANY_STAGE if stage.is_default else stage.name
        if call.planned is not None or is_opaque:
            found.append(_Use(call, name))
        elif call.called is not None:
            found += (_Use(call, name, *one) for one in _with_stage_variables(call.called, stage))
    if not found:
        message = f"{call.who} calls a function that only the deployment knows; it gets no permission here"
        report.add("lambda-permission-not-derivable", call.origin, message)
    yield from found


def is_one_value(text: Text) -> bool:
    """Tells whether a text is one expression with one value: neither a condition nor a stage variable."""
    part = text.parts[0] if len(text.parts) == 1 else ""
    return isinstance(part, Deferred) and part.tool != "stage" and branches(part.source) is None


def _with_stage_variables(called: Called, stage: PlannedStage) -> Iterator[tuple[Text, str | None]]:
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
