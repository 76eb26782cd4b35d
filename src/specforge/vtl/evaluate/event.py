"""Reads what a template is rendered with from JSON, as people write it by hand."""

from __future__ import annotations

from typing import cast

import msgspec

from specforge.errors import SourceError
from specforge.vtl.evaluate.template import Context


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Is the parameters of a request."""

    path: dict[str, object] = {}
    querystring: dict[str, object] = {}
    header: dict[str, object] = {}


class Event(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """Is a request."""

    body: msgspec.Raw = msgspec.Raw(b'""')
    params: Params = Params()
    context: dict[str, object] = {}
    stage_variables: dict[str, object] = {}


def read_event(text: str) -> Context:
    """Returns the context; raises SourceError for what is no event."""
    try:
        event = msgspec.json.decode(text, type=Event)
        body: object = msgspec.json.decode(event.body)
    except (msgspec.DecodeError, RecursionError) as error:
        raise SourceError(f"the event cannot be read: {error}") from None
    sent = body if isinstance(body, str) else bytes(event.body).decode()
    params = cast("dict[str, dict[str, object]]", msgspec.structs.asdict(event.params))
    return Context("" if body is None else sent, params, event.context, event.stage_variables)
