"""The option `parameters` of a short form: what is sent to a backend, in one spelling for both kinds of API.

Source: the developer guide, "Parameter mapping examples for REST APIs" and "Transform API requests and responses for
HTTP APIs".
"""

from __future__ import annotations

import re

from specforge.diagnostics import Report
from specforge.document import Cursor
from specforge.expand.form import Call
from specforge.expand.options import INVALID
from specforge.ir import ParameterMapping, Text

_TARGET = re.compile(r"(header|querystring|path)\.([A-Za-z0-9:._$-]+)")
_SOURCE = re.compile(
    r"(?:header|querystring|path)\.[A-Za-z0-9:._$-]+|body(?:\..+)?|context\.[A-Za-z0-9._-]+|stageVariables\.\w+"
)


def read_parameters(call: Call, report: Report) -> tuple[ParameterMapping, ...] | None:
    """Returns the mappings in AWS's words; None when one is malformed, which is reported."""
    holder = call.options.mapping("parameters")
    if holder is None:
        return ()
    found = [_mapping(name, place, call, report) for name, place in holder.items()]
    known = tuple(mapping for mapping in found if mapping is not None)
    return known if len(known) == len(found) else None


def _mapping(name: str, place: Cursor, call: Call, report: Report) -> ParameterMapping | None:
    target = _TARGET.fullmatch(name)
    if target is None or (target[1] == "path" and not call.is_rest):
        wanted = "header.NAME, querystring.NAME or path.NAME" if call.is_rest else "header.NAME or querystring.NAME"
        report.add(INVALID, place, f"parameters.{name} is no target; it must be {wanted}", on_key=True)
        return None
    source = place.own_text()
    value = _value(source, call) if source is not None else None
    if value is None:
        message = (
            f"parameters.{name} is {source}; it must be header.x, querystring.x, path.x, body, body.x, context.x, "
            "stageVariables.x or a text in single quotes"
        )
        report.add(INVALID, place, message)
        return None
    spelled = f"integration.request.{name}" if call.is_rest else f"overwrite:{name}"
    return ParameterMapping(target=spelled, value=value, origin=place)


def _value(source: Text, call: Call) -> Text | None:
    """Returns a source in the words of the kind of API; None for what is no source."""
    literal = source.literal
    if literal is None:
        return source
    if len(literal) > 1 and literal[0] == literal[-1] == "'":
        return source if call.is_rest else Text((literal[1:-1],))
    if not _SOURCE.fullmatch(literal):
        return None
    if literal.startswith(("context.", "stageVariables.")):
        return Text((literal if call.is_rest else f"${literal}",))
    return Text((f"method.request.{literal}" if call.is_rest else f"$request.{literal}",))
