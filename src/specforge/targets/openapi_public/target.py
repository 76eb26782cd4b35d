"""`openapi-public`: the same API for the public, without AWS's extensions and without the infrastructure."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from specforge.clients.grouping import is_preflight
from specforge.diagnostics import Note, Report
from specforge.importdoc import listed, public_document
from specforge.ir import Api
from specforge.output import OutputFile, output_file
from specforge.targets.target import Target

MOST_PLACES = 4


class Options(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """The options under `build.openapi-public`; `extensions` are further `x-` keys to keep, with * for any text."""

    extensions: tuple[str, ...] = ()


def emit(api: Api, options: Options, report: Report) -> Iterator[OutputFile]:
    """Yields `openapi-public.json`; reports what it lacks of the author's document, and what it hides."""
    document = public_document(_called(api), extensions=options.extensions)
    if document.lost:
        first, *others = document.lost
        notes = tuple(Note(f"also here: {one.what}", one.origin) for one in others[:MOST_PLACES])
        named = listed([one.what for one in document.lost])
        message = f"openapi-public.json is OpenAPI 3.0 for the public and lacks {named}"
        report.add("left-out-of-public-document", first.origin, message, notes=notes)
    if document.hidden:
        message = f"openapi-public.json shows … instead of infrastructure at {listed(document.hidden)}"
        report.add("arn-in-public-text", api.origin, message)
    text = msgspec.json.format(msgspec.json.encode(document.content), indent=2).decode("utf-8")
    yield output_file("openapi-public.json", text + "\n")


def _called(api: Api) -> Api:
    """Returns the API without the answers to CORS preflights, which browsers ask, and without tags of nothing else."""
    asked = tuple(operation for operation in api.operations if not is_preflight(operation))
    used = {tag for operation in asked for tag in operation.tags}
    emptied = {tag for operation in api.operations for tag in operation.tags} - used
    tags = tuple(tag for tag in api.tags if tag.name not in emptied)
    return msgspec.structs.replace(api, operations=asked, tags=tags)


TARGET = Target(
    name="openapi-public",
    summary="the OpenAPI 3.0.1 document for callers: no extensions of AWS, no infrastructure",
    options=Options,
    emit=emit,
)
