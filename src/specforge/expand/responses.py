"""Headers that an answer carries because of an expansion, declared where AWS wants them declared."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from specforge.diagnostics import Origin
from specforge.ir import Header, Lazy, Operation, Response, Scalar


def with_headers(operation: Operation, status: str, names: Iterable[str], origin: Origin) -> Operation:
    """Returns the operation with headers declared by its response of a status; those that are there stay.

    Where no response has the status, it is the one for the hundred that the status is of.
    """
    wanted = tuple(names)
    declared = {response.status.upper() for response in operation.responses}
    named = status if status in declared else f"{status[:1]}XX"
    responses = tuple(
        declaring(response, wanted, origin) if response.status.upper() == named else response
        for response in operation.responses
    )
    return replace(operation, responses=responses)


def declaring(response: Response, names: Iterable[str], origin: Origin) -> Response:
    """Returns a response that declares headers of text."""
    known = {header.name.lower() for header in response.headers}
    missing = tuple(text_header(name, origin) for name in names if name.lower() not in known)
    return replace(response, headers=(*response.headers, *missing)) if missing else response


def text_header(name: str, origin: Origin) -> Header:
    """Returns a header of text."""
    return Header(name=name, lazy_schema=Lazy.of(Scalar(type="string", origin=unspelled(origin))), origin=origin)


def unspelled(origin: Origin) -> Origin:
    """Returns the same place, for a schema that comes from us: what the document holds there are not its keywords."""
    return Origin(origin.entry, None, parent=origin.parent, key=origin.key, via=origin.via)
