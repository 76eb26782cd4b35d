"""APIs written in tests, expanded."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent
from typing import NamedTuple

from specforge.config import Config, read_config
from specforge.diagnostics import Report
from specforge.expand import expand
from specforge.ir import Api, Integration, Operation
from tests.lower.documents import FILES, configured, lowered


class Expanded(NamedTuple):
    """An API after its expansion, and what was said: `rule: message`, at pointers."""

    api: Api
    said: list[str]
    places: list[str]

    @property
    def only(self) -> Operation:
        """Returns the one operation."""
        (operation,) = self.api.operations
        return operation

    @property
    def integration(self) -> Integration | None:
        """Returns the integration of the one operation."""
        return self.only.integration


def expanded(paths: str, config: Config | None = None, *, kind: str = "rest") -> Expanded:
    """Returns an API with these root keys, of a kind unless the configuration says it."""
    report = Report()
    document = "openapi: 3.0.1\ninfo: {title: t, version: '1'}\n" + paths
    api = expand(lowered(document, config or of_kind(kind)), report)
    found = report.take()
    return Expanded(
        api, [f"{one.rule}: {one.message}" for one in found], [one.origin.path().rpartition("/")[2] for one in found]
    )


def form(short: str, *, kind: str = "rest", method: str = "get", path: str = "/orders/{id}") -> Expanded:
    """Returns an API of one operation with this short form."""
    operation = "responses: {'200': {description: ok}}\nx-specforge-integration:\n" + indent(short, "  ")
    return expanded(f"paths:\n  {path}:\n    {method}:\n{indent(operation, '      ')}", kind=kind)


def of_kind(kind: str) -> Config:
    """Returns the configuration that says the kind of API and nothing else."""
    return read_config(None, (f"api.kind={kind}",), FILES, Report())


def with_cors(folder: Path, cors: str, *, kind: str = "rest", more: str = "") -> Config:
    """Returns a configuration with this `cors:`."""
    return configured(f"api: {{kind: {kind}}}\ncors: {cors}\n{more}", folder)
