"""Answers to preflights: an OPTIONS method for every path of a REST API that has none.

Source: the developer guide, "Enable CORS on a resource": a mock integration, open to everybody, whose answer lists what
is allowed.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from specforge.expand.cors_answers import PREFIX, mappings, origin_echo
from specforge.expand.cors_headers import Allowed, called_verbs, sent_headers
from specforge.expand.responses import text_header
from specforge.ir import (
    Api,
    IntegrationResponse,
    Mock,
    Operation,
    Parameter,
    Response,
    Template,
    Text,
    When,
)

STATUS = "204"
JSON = "application/json"


def with_preflights(api: Api, allowed: Allowed) -> tuple[Operation, ...]:
    """Returns the operations, each path's followed by its OPTIONS method where the document has none."""
    by_path: dict[str, list[Operation]] = {}
    for operation in api.operations:
        by_path.setdefault(operation.path, []).append(operation)
    last = {path: operations[-1] for path, operations in by_path.items()}
    found: list[Operation] = []
    for operation in api.operations:
        found.append(operation)
        if operation is last[operation.path]:
            found += _preflights(operation.path, tuple(by_path[operation.path]), api, allowed)
    return tuple(found)


def _preflights(path: str, others: tuple[Operation, ...], api: Api, allowed: Allowed) -> Iterator[Operation]:
    """Yields the OPTIONS method of a path, one for each condition under which the path is there."""
    if any(operation.method == "OPTIONS" for operation in others):
        return
    conditions = dict.fromkeys(operation.when for operation in others)
    for when in [()] if () in conditions else conditions:
        yield _preflight(path, when, others=others, api=api, allowed=allowed)


def _preflight(
    path: str, when: tuple[When, ...], *, others: tuple[Operation, ...], api: Api, allowed: Allowed
) -> Operation:
    origin = allowed.policy.origin
    headers = _headers(others, api, allowed)
    echo = origin_echo(allowed)
    templates = (Template(media_type=JSON, body=Text((echo,)), origin=origin),) if echo else ()
    answer = IntegrationResponse(
        key="default",
        status=Text((STATUS,)),
        parameters=mappings(headers, PREFIX, origin),
        templates=templates,
        origin=origin,
    )
    is_binary = any(kind.literal == "*/*" for kind in api.binary_media_types)
    integration = Mock(
        origin=origin,
        declared_type="mock",
        request_templates=(Template(media_type=JSON, body=Text((f'{{"statusCode": {STATUS}}}',)), origin=origin),),
        responses=(answer,),
        responses_declared=True,
        content_handling=Text(("CONVERT_TO_TEXT",)) if is_binary else None,
    )
    response = Response(
        status=STATUS,
        description="What pages of other origins may do.",
        headers=tuple(text_header(name, origin) for name, _ in headers),
        origin=origin,
    )
    return Operation(
        method="OPTIONS",
        path=path,
        summary="Answers browsers that ask before they call.",
        tags=others[0].tags,
        parameters=_path_parameters(others),
        responses=(response,),
        security=(),
        integration=integration,
        when=when,
        origin=origin,
    )


def _headers(others: tuple[Operation, ...], api: Api, allowed: Allowed) -> tuple[tuple[str, str], ...]:
    policy = allowed.policy
    methods = policy.methods or dict.fromkeys((*called_verbs(others), "OPTIONS"))
    found = [
        *allowed.origin_headers,
        ("Access-Control-Allow-Methods", ",".join(methods)),
        ("Access-Control-Allow-Headers", ",".join(sent_headers(others, api, policy))),
    ]
    if policy.max_age_s is not None:
        found.append(("Access-Control-Max-Age", str(policy.max_age_s)))
    return tuple(found)


def _path_parameters(others: tuple[Operation, ...]) -> tuple[Parameter, ...]:
    """Returns the variables of the path, declared as AWS wants them."""
    return tuple(replace(parameter, declared=True) for parameter in others[0].parameters_in("path"))
