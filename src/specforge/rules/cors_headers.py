"""CORS headers as operations of REST APIs set them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from specforge.diagnostics import Origin
from specforge.ir import Api, Invalid, Mock, Operation, ParameterMapping, ShortForm, Text

PREFIX = "method.response.header."
ALLOW_ORIGIN = "access-control-allow-origin"
SIMPLE_TYPES = {"application/x-www-form-urlencoded", "multipart/form-data", "text/plain"}


def cors_headers(operation: Operation) -> dict[str, ParameterMapping]:
    """Returns the CORS headers that the integration responses set, by lower-case name."""
    integration = operation.integration
    if integration is None or isinstance(integration, Invalid | ShortForm):
        return {}
    found: dict[str, ParameterMapping] = {}
    for response in integration.responses:
        for mapping in response.parameters:
            name = mapping.target.removeprefix(PREFIX).lower()
            if mapping.target.startswith(PREFIX) and name.startswith("access-control-"):
                found[name] = mapping
    return found


def sets_allow_origin(operation: Operation) -> bool:
    """Tells whether an operation answers with Access-Control-Allow-Origin by its own mapping."""
    return operation.method != "OPTIONS" and ALLOW_ORIGIN in cors_headers(operation)


def answers_preflight(operation: Operation) -> bool:
    """Tells whether an operation is an OPTIONS method by which API Gateway itself answers browsers."""
    return (
        operation.method == "OPTIONS"
        and isinstance(operation.integration, Mock)
        and ALLOW_ORIGIN in cors_headers(operation)
    )


def preflights(api: Api) -> Iterator[tuple[Operation, tuple[Operation, ...]]]:
    """Yields each OPTIONS method that answers preflights, with the other methods of its path."""
    by_path: dict[str, list[Operation]] = {}
    for operation in api.operations:
        by_path.setdefault(operation.path, []).append(operation)
    for operation in api.operations:
        if answers_preflight(operation):
            yield operation, tuple(one for one in by_path[operation.path] if one.method != "OPTIONS")


def static(text: Text) -> str | None:
    """Returns a static mapping value without its quotes; None for an expression.

    >>> static(Text(("'*'",)))
    '*'
    """
    literal = text.literal
    quoted = literal is not None and len(literal) > 1 and literal.startswith("'") and literal.endswith("'")
    return literal[1:-1] if literal is not None and quoted else None


def names_in(mapping: ParameterMapping | None) -> tuple[str, ...] | None:
    """Returns the words of a static list; None when it is absent, an expression or holds `*`."""
    value = static(mapping.value) if mapping is not None else None
    words = tuple(word.strip() for word in value.split(",")) if value is not None else ("*",)
    return None if "*" in words else tuple(word for word in words if word)


class Listing(NamedTuple):
    """A header by which a preflight lists what it allows: its words, and the other methods of the path."""

    origin: Origin
    words: tuple[str, ...]
    others: tuple[Operation, ...]


def listings(api: Api, header: str) -> Iterator[Listing]:
    """Yields the static lists that preflights set as a header, given in lower case."""
    for preflight, others in preflights(api):
        mapping = cors_headers(preflight).get(header)
        words = names_in(mapping)
        if mapping is not None and words is not None:
            yield Listing(mapping.origin, words, others)


def needs_preflight(operation: Operation) -> bool:
    """Tells whether a browser sends a preflight: not before a plain GET, nor a form that any page could post."""
    if not sets_allow_origin(operation) or operation.method in {"GET", "HEAD"}:
        return sets_allow_origin(operation) and bool(operation.security or operation.parameters_in("header"))
    simple_post = operation.method == "POST" and not (operation.security or operation.parameters_in("header"))
    types = {content.media_type for content in operation.body.content} if operation.body is not None else set()
    return not (simple_post and types <= SIMPLE_TYPES)
