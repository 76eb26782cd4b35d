"""Operations: every method of every path, with all that applies to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from specforge.document import Cursor
from specforge.ir import Body, Operation, Parameter, Response, SecurityRequirement, When
from specforge.lower.alternatives import alternatives
from specforge.lower.auth import EXTENSION as AUTH
from specforge.lower.auth import lower_auth
from specforge.lower.bodies import lower_body, lower_swagger_body
from specforge.lower.context import Context
from specforge.lower.integration import EXTENSION as INTEGRATION
from specforge.lower.integration import SHORT_FORM, Integrated, lower_integrations
from specforge.lower.parameters import lower_parameters, parameter_nodes
from specforge.lower.path_items import PathItem, path_items
from specforge.lower.request_validators import USE as VALIDATOR
from specforge.lower.responses import lower_responses
from specforge.lower.security_schemes import lower_security
from specforge.lower.texts import others, string_in

ANY = "x-amazon-apigateway-any-method"
METHODS = {name: name.upper() for name in ("get", "put", "post", "delete", "options", "head", "patch", "trace")} | {
    ANY: "ANY"
}
DEFAULT_ROUTE = "/$default"
ALLOW = "x-specforge-allow"
KNOWN = frozenset(
    {"operationId", "summary", "description", "tags", "deprecated", "parameters", "requestBody", "responses"}
    | {"security", "consumes", "produces", "isDefaultRoute", ALLOW, AUTH, VALIDATOR, INTEGRATION, SHORT_FORM}
)


class Method(NamedTuple):
    """A method of a path: where it stands, and under which conditions; `given` are its parameters in the document."""

    name: str
    item: PathItem
    when: tuple[When, ...]
    node: Cursor
    given: list[Cursor]


def lower_operations(context: Context) -> tuple[Operation, ...]:
    """Returns the operations in the order of the document."""
    return tuple(operation for method in _methods(context) for operation in _operations(method, context))


def _methods(context: Context) -> Iterator[Method]:
    for item in path_items(context.root):
        for key, cursor in item.entries():
            name = METHODS.get(key)
            for when, node in alternatives(cursor) if name is not None else ():
                if name is not None and isinstance(node.value, dict) and not node.is_expression:
                    given = parameter_nodes([*reversed(item.layers), node])
                    yield Method(name, item, (*item.when, *when), node, given)


def _operations(method: Method, context: Context) -> Iterator[Operation]:
    """Yields the operation once for each branch of a condition around its integration."""
    parameters = lower_parameters(method.given, method.item.path, method.item.place, context.schemas)
    for integrated in lower_integrations(method.node):
        yield _operation(method, context, parameters, integrated)


def _operation(
    method: Method, context: Context, parameters: tuple[Parameter, ...], integrated: Integrated
) -> Operation:
    raw = method.node.value
    node = method.node
    tags = raw.get("tags")
    own_security = lower_security(node) if "security" in raw else None
    security = context.security if own_security is None else own_security
    validator = _validator(node, context)
    allow = raw.get(ALLOW)
    return Operation(
        method=method.name,
        path=method.item.path,
        operation_id=string_in(raw, "operationId"),
        summary=string_in(raw, "summary"),
        description=string_in(raw, "description"),
        tags=tuple(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else (),
        deprecated=raw.get("deprecated") is True,
        parameters=parameters,
        body=_body(method, context),
        responses=_responses(method, context),
        security=security,
        security_inherited=own_security is None and security is not None,
        auth=lower_auth(node) if AUTH in raw else None,
        auth_declared=AUTH in raw,
        validator=string_in(validator.value, VALIDATOR) if validator is not None else None,
        validator_origin=validator.get(VALIDATOR) if validator is not None else None,
        integration=integrated.integration,
        is_default_route=raw.get("isDefaultRoute") is True or method.item.path == DEFAULT_ROUTE,
        api_key_required=_needs_api_key(security, context),
        when=(*method.when, *integrated.when),
        allow=allow if isinstance(allow, dict) else {},
        extra=others(raw, KNOWN),
        origin=node,
    )


def _body(method: Method, context: Context) -> Body | None:
    if context.swagger:
        return lower_swagger_body(method.given, _media_types(method.node, context, "consumes"), context.schemas)
    return lower_body(method.node, context.schemas)


def _responses(method: Method, context: Context) -> tuple[Response, ...]:
    produces = _media_types(method.node, context, "produces") if context.swagger else None
    return lower_responses(method.node, context.schemas, produces)


def _validator(node: Cursor, context: Context) -> Cursor | None:
    """Returns the node that says which validator applies: the operation, else the root."""
    return next((place for place in (node, context.root) if place.string(VALIDATOR) is not None), None)


def _needs_api_key(security: tuple[SecurityRequirement, ...] | None, context: Context) -> bool:
    schemes = context.security_schemes
    uses = (use for requirement in security or () for use in requirement)
    return any(use.scheme in schemes and schemes[use.scheme].is_api_key for use in uses)


def _media_types(node: Cursor, context: Context, key: str) -> list[str]:
    """Returns `consumes` or `produces` of 2.0, the operation's own or the document's."""
    listed = node.sequence(key) or context.root.sequence(key)
    return [name for name in listed.value if isinstance(name, str)] if listed is not None else []
