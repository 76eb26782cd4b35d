"""Which operations list things page by page, and how a page says where the next one begins.

The document says it by `x-specforge-pagination: {token: ..., items: ...}`, the configuration by
`build.clients.pagination`; else the names that APIs use for it decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from specforge.clients.bodies import media_kind
from specforge.clients.options import Pagination
from specforge.clients.outcomes import successes
from specforge.ir import AllOf, Array, Named, Object, Operation, Parameter, Property, Schema

EXTENSION = "x-specforge-pagination"
TOKEN_PARAMETERS = frozenset(
    {
        "nexttoken",
        "pagetoken",
        "nextpagetoken",
        "cursor",
        "continuationtoken",
        "continuation",
        "startingtoken",
        "marker",
    }
)
TOKEN_FIELDS = frozenset({"nexttoken", "nextpagetoken", "nextcursor", "cursor", "continuationtoken", "nextmarker"})
DEEPEST = 20


class Pages(NamedTuple):
    """How an operation's pages hang together: a query parameter, and two fields of the response's object."""

    parameter: Parameter
    token: str
    items: str


def find_pages(operation: Operation, schemas: Mapping[str, Schema], configured: Pagination | None) -> Pages | None:
    """Returns how the pages of an operation hang together; None when it returns no pages."""
    fields = _fields(operation, schemas)
    if not fields:
        return None
    said = operation.extra.get(EXTENSION)
    if isinstance(said, Mapping):
        return _pages(operation, fields, _text(said.get("token")), _text(said.get("items")))
    if configured is not None:
        found = _pages(operation, fields, configured.token, configured.items)
        if found is not None:
            return found
    tokens = [name for name, schema in fields.items() if folded(name) in TOKEN_FIELDS and not _is_list(schema, schemas)]
    lists = [name for name, schema in fields.items() if _is_list(schema, schemas)]
    if len(tokens) != 1 or len(lists) != 1:
        return None
    parameter = _parameter(operation, (name for name in TOKEN_PARAMETERS))
    return None if parameter is None else Pages(parameter, tokens[0], lists[0])


def folded(name: str) -> str:
    """Returns a name without what tells styles of spelling apart.

    >>> folded("next_page-Token")
    'nextpagetoken'
    """
    return "".join(letter for letter in name.lower() if letter.isalnum())


def _pages(operation: Operation, fields: Mapping[str, Schema], token: str | None, items: str | None) -> Pages | None:
    if token is None or token not in fields:
        return None
    items = items or next((name for name, schema in fields.items() if isinstance(schema, Array)), None)
    parameter = _parameter(operation, (folded(token),)) or _parameter(operation, TOKEN_PARAMETERS)
    return Pages(parameter, token, items) if parameter is not None and items in fields and items is not None else None


def _parameter(operation: Operation, wanted: Iterable[str]) -> Parameter | None:
    names = frozenset(wanted)
    found = [parameter for parameter in operation.parameters_in("query") if folded(parameter.name) in names]
    return found[0] if len(found) == 1 and not found[0].required else None


def _fields(operation: Operation, schemas: Mapping[str, Schema]) -> dict[str, Schema]:
    good = [outcome.content for outcome in successes(operation)]
    if len(good) != 1 or good[0] is None or good[0].schema is None or media_kind(good[0].media_type) != "json":
        return {}
    return {prop.name: prop.schema for prop in _properties(good[0].schema, schemas, 0)}


def _properties(schema: Schema, schemas: Mapping[str, Schema], depth: int) -> Iterable[Property]:
    match schema:
        case Named(name=name) if name in schemas and depth < DEEPEST:
            yield from _properties(schemas[name], schemas, depth + 1)
        case AllOf(members=members) if depth < DEEPEST:
            for member in members:
                yield from _properties(member, schemas, depth + 1)
        case Object(properties=properties):
            yield from properties
        case _:
            return


def _is_list(schema: Schema, schemas: Mapping[str, Schema]) -> bool:
    for _ in range(DEEPEST):
        if not isinstance(schema, Named):
            break
        following = schemas.get(schema.name)
        if following is None:
            return False
        schema = following
    return isinstance(schema, Array)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
