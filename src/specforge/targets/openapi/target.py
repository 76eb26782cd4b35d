"""`openapi`: the document that API Gateway imports as it is, and what became of the names of its models."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from specforge import limits
from specforge.diagnostics import Report
from specforge.importdoc import ImportDocument, literal_import_document
from specforge.ir import Api, Kind
from specforge.output import OutputFile, output_file
from specforge.targets.target import GATEWAY_KINDS, NoOptions, Target


def emit(api: Api, options: NoOptions, report: Report) -> Iterator[OutputFile]:  # noqa: ARG001  the signature of a target
    """Yields `openapi.json`, and `openapi-models.json` where models have other names than their author's."""
    document = literal_import_document(api)
    document.changes.report_to(report)
    text = _indented(document.content)
    if api.kind is Kind.REST and len(text.encode()) > limits.IMPORT_BYTES.value:
        text = msgspec.json.encode(document.content).decode("utf-8") + "\n"
        message = "openapi.json is written without white space: with it, it has more bytes than API Gateway takes"
        report.add("import-document-compacted", api.origin.at("info"), message, on_key=True)
    yield output_file("openapi.json", text)
    if document.renamed or document.named:
        yield output_file("openapi-models.json", _indented(_names(document)))


def _names(document: ImportDocument) -> dict[str, dict[str, str]]:
    """Returns the map of names: from the author's, and from those that stand for a place of the document."""
    return {
        "renamed": document.renamed,
        "named": {name: f"#{origin.path()}" for name, origin in document.named.items()},
    }


def _indented(data: object) -> str:
    return msgspec.json.format(msgspec.json.encode(data), indent=2).decode("utf-8") + "\n"


TARGET = Target(
    name="openapi",
    summary="the OpenAPI 3.0.1 document that API Gateway imports",
    options=NoOptions,
    emit=emit,
    kinds=GATEWAY_KINDS,
    gateway=True,
)
