"""Responses of an operation and their headers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from specforge.document import Cursor
from specforge.ir import Data, Header, Response
from specforge.lower.alternatives import find_branch
from specforge.lower.bodies import DEFAULT_MEDIA_TYPE
from specforge.lower.contents import lower_contents, swagger_contents
from specforge.lower.parameters import swagger_schema_node
from specforge.lower.schema_table import SchemaTable
from specforge.lower.texts import string_in


def lower_responses(
    operation: Cursor, schemas: SchemaTable, produces: Sequence[str] | None = None
) -> tuple[Response, ...]:
    """Returns the responses in the order of the document; `produces` are the media types of 2.0."""
    found = operation.get("responses")
    listed = find_branch(found, dict) if found is not None else None
    responses: list[Response] = []
    for status, entry in listed.items() if listed is not None else ():
        response = None if status.startswith("x-") else find_branch(entry, dict)
        if response is not None:
            responses.append(_response(status, response, schemas, produces))
    return tuple(responses)


def _response(status: str, response: Cursor, schemas: SchemaTable, produces: Sequence[str] | None) -> Response:
    raw: Mapping[str, Data] = response.value
    links = raw.get("links")
    if produces is None:
        content = lower_contents(response, schemas)
    elif "schema" in raw:
        examples = raw.get("examples")
        given = examples if isinstance(examples, dict) else {}
        content = swagger_contents(produces or (DEFAULT_MEDIA_TYPE,), response, schemas, given)
    else:
        content = ()
    return Response(
        status=status,
        description=string_in(raw, "description") or "",
        headers=_headers(response, schemas) if "headers" in raw else (),
        content=content,
        links=links if isinstance(links, dict) else {},
        origin=response,
    )


def _headers(response: Cursor, schemas: SchemaTable) -> tuple[Header, ...]:
    found = response.get("headers")
    listed = find_branch(found, dict) if found is not None else None
    headers: list[Header] = []
    for name, entry in listed.items() if listed is not None else ():
        header = find_branch(entry, dict)
        if header is not None:
            headers.append(_header(name, header, schemas))
    return tuple(headers)


def _header(name: str, header: Cursor, schemas: SchemaTable) -> Header:
    raw: Mapping[str, Data] = header.value
    inline = "schema" not in raw and "type" in raw
    return Header(
        name=name,
        required=raw.get("required") is True,
        lazy_schema=schemas.lazy_of(swagger_schema_node(header)) if inline else schemas.lazy(header, "schema"),
        description=string_in(raw, "description"),
        deprecated=raw.get("deprecated") is True,
        origin=header,
    )
