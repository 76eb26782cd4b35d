"""The short form `mock`: API Gateway answers by itself.

Source: the developer guide, "Set up mock integrations in API Gateway": the status stands in the request template, the
body in the response template.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from specforge.config.shape import Shape, integer, map_of, table, text
from specforge.diagnostics import Origin, Report
from specforge.document import Cursor
from specforge.expand.form import Call, Expanded, Form
from specforge.expand.options import INVALID
from specforge.expand.responses import with_headers
from specforge.expand.vtl_text import printed, printed_json
from specforge.ir import (
    IntegrationResponse,
    Kind,
    Mock,
    Operation,
    ParameterMapping,
    Response,
    Template,
    Text,
)
from specforge.source import intrinsic_of, text_of

JSON = "application/json"
OPTIONS = table(
    "An answer that API Gateway gives by itself.",
    {
        "status": integer("The status; without it the first one that the operation declares, else 200.", 200)._replace(
            maximum=599
        ),
        "body": Shape("any", "The body: a text, or data that is sent as JSON."),
        "content-type": text("The media type of the body; without it application/json."),
        "headers": map_of("Headers of the answer with their values.", Shape("scalar")),
    },
)
_STATUS = re.compile(r"[2-5]\d\d")
_VALUE = re.compile(r"[^'\x00-\x1f\x7f]*")
_HEADER = re.compile(r"[A-Za-z0-9!#$%&*+.^_`|~-]+")


def expand(call: Call, report: Report) -> Expanded | None:
    """Returns the mock integration, and the operation with its answer declared."""
    options = call.options
    declared = (response.status for response in call.operation.responses)
    first = next((status for status in declared if _STATUS.fullmatch(status)), "200")
    status = options.words("status") or first
    headers = _headers(options, report)
    if headers is None:
        return None
    integration = Mock(
        origin=options,
        declared_type="mock",
        request_templates=tuple(status_templates(call.operation, status, options)),
        responses=(
            IntegrationResponse(
                key="default",
                status=Text((status,)),
                parameters=headers,
                templates=tuple(_body(options)),
                origin=options,
            ),
        ),
        responses_declared=True,
        content_handling=text_content(call),
    )
    names = [mapping.target.removeprefix("method.response.header.") for mapping in headers]
    operation = replace(call.operation, integration=integration)
    return Expanded(_declaring(operation, status, names, options))


def text_content(call: Call) -> Text | None:
    """Returns how a mock reads its request: as text, where every body counts as binary otherwise."""
    kinds = call.api.binary_media_types
    return Text(("CONVERT_TO_TEXT",)) if any(kind.literal == "*/*" for kind in kinds) else None


def status_templates(operation: Operation, status: str, origin: Origin) -> Iterator[Template]:
    """Yields what tells the mock its status, for every media type that the operation takes."""
    types = [content.media_type for content in operation.body.content] if operation.body is not None else []
    for media_type in dict.fromkeys((JSON, *(one for one in types if "*" not in one))):
        yield Template(media_type=media_type, body=Text((f'{{"statusCode": {status}}}',)), origin=origin)


def _body(options: Cursor) -> Iterable[Template]:
    place = options.get("body")
    if place is None or place.value is None:
        return
    data = place.value
    is_data = isinstance(data, (dict, list, bool)) and intrinsic_of(data) is None
    known = None if is_data else text_of(data, placeholders=False)
    body = printed(known) if known is not None else Text((printed_json(data),))
    yield Template(media_type=options.string("content-type") or JSON, body=body, origin=place)


def _headers(options: Cursor, report: Report) -> tuple[ParameterMapping, ...] | None:
    holder = options.mapping("headers")
    found: list[ParameterMapping] = []
    for name, place in holder.items() if holder is not None else ():
        text = place.own_text()
        if text is None or not _HEADER.fullmatch(name) or not _is_plain(text):
            message = (
                f"the header {name} cannot be set; it must be a name with a value of one line without single quote"
            )
            report.add(INVALID, place, message)
            return None
        value = Text(("'",)) + text + "'"
        found.append(ParameterMapping(target=f"method.response.header.{name}", value=value, origin=options))
    return tuple(found)


def _is_plain(value: Text) -> bool:
    return all(_VALUE.fullmatch(part) is not None for part in value.parts if isinstance(part, str))


def _declaring(operation: Operation, status: str, names: list[str], origin: Origin) -> Operation:
    """Returns the operation with the status and the headers of the answer declared, as AWS demands."""
    if all(response.status != status for response in operation.responses):
        made = Response(status=status, description="", origin=origin)
        operation = replace(operation, responses=(*operation.responses, made))
    return with_headers(operation, status, names, origin)


FORM = Form(
    name="mock",
    summary="Answers without a backend.",
    options=OPTIONS,
    expand=expand,
    kinds=(Kind.REST,),
    lone="status",
)
