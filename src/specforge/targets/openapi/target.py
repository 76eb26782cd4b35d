"""`openapi`: the document that API Gateway imports as it is."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from specforge.diagnostics import Report
from specforge.importdoc import as_written, import_document, is_known_at_import
from specforge.ir import Api, Data, Text
from specforge.output import OutputFile, output_file
from specforge.targets.target import GATEWAY_KINDS, NoOptions, Target

MOST_NAMED = 8


def emit(api: Api, options: NoOptions, report: Report) -> Iterator[OutputFile]:  # noqa: ARG001  the signature of a target
    """Yields `openapi.json`; reports the values in it that an import through AWS's API would take literally."""
    kept: dict[str, None] = {}

    def spell(text: Text) -> Data:
        kept.update(dict.fromkeys(part.name for part in text.deferred if not is_known_at_import(part)))
        return as_written(text)

    document = import_document(api, report, spell=spell)
    if kept:
        report.add("deploy-time-value-kept", api.origin, _message(list(kept)))
    text = msgspec.json.format(msgspec.json.encode(document), indent=2).decode("utf-8")
    yield output_file("openapi.json", text + "\n")


def _message(names: list[str]) -> str:
    rest = len(names) - MOST_NAMED
    listed = ", ".join(names[:MOST_NAMED]) + (f" and {rest} more" if rest > 0 else "")
    return f"openapi.json keeps expressions that only CloudFormation or Terraform can fill in: {listed}"


TARGET = Target(
    name="openapi",
    summary="the OpenAPI 3.0.1 document that API Gateway imports",
    options=NoOptions,
    emit=emit,
    kinds=GATEWAY_KINDS,
    gateway=True,
)
