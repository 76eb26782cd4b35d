"""Pieces of the model that tests write by hand."""

from __future__ import annotations

from typing import Any

import msgspec

from specforge.config import default_config
from specforge.diagnostics import Entry, Finding, Origin, Report
from specforge.document import open_
from specforge.importdoc import import_document
from specforge.ir import Api, FullIntegration, Kind, Lazy, Mock, Operation, Response, Schema
from specforge.lower import lower
from specforge.source import Files, read_text

ENTRY: Entry = read_text("openapi: 3.0.1", "api.yaml").entry
HERE = Origin(ENTRY, None)
OK = Response(status="200", description="Fine", origin=HERE)
MOCK = Mock(origin=HERE, declared_type="mock")


def an_api(*operations: Operation, kind: Kind = Kind.REST, **more: Any) -> Api:
    return Api(kind=kind, title="orders", version="1", origin=HERE, operations=operations, **more)


def an_operation(method: str = "GET", path: str = "/orders", **more: Any) -> Operation:
    integration: FullIntegration = more.pop("integration", MOCK)
    responses = more.pop("responses", (OK,))
    return Operation(method=method, path=path, integration=integration, responses=responses, origin=HERE, **more)


def lazily(schema: Schema) -> Lazy[Schema]:
    return Lazy.of(schema)


def written(api: Api, **options: Any) -> tuple[Any, list[Finding]]:
    """Returns the import document and the findings."""
    report = Report()
    document = import_document(api, report, **options)
    return document, report.take()


def rules_of(findings: list[Finding]) -> list[str]:
    return [finding.rule for finding in findings]


def read(text: str, kind: Kind = Kind.REST) -> Api:
    """Returns the API of a document; one that says no version is of 3.1."""
    report = Report()
    whole = text if text.lstrip().startswith(("openapi", "swagger", "{")) else f"openapi: 3.1.0\n{text}"
    files = Files("/")
    (document,) = open_(read_text(whole, "api.yaml"), files, report)
    return msgspec.structs.replace(lower(document, default_config(files, report), report), kind=kind)


def told(findings: list[Finding], rule: str) -> str:
    """Returns the message of the one finding of a rule."""
    (message,) = [finding.message for finding in findings if finding.rule == rule]
    return message
