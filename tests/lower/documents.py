"""Documents written in tests, lowered."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent, indent

from specforge.config import Config, read_config
from specforge.diagnostics import Report
from specforge.document import Document, open_
from specforge.ir import Api, Integration, Operation, Schema
from specforge.lower import lower
from specforge.source import Files, read_text

FILES = Files(".")


def document(text: str, name: str = "api.yaml") -> Document:
    """Returns the only API of a text."""
    (found,) = open_(read_text(dedent(text), name), FILES, Report())
    return found


def configured(text: str = "", folder: Path | None = None) -> Config:
    """Returns the configuration that a text, put into a folder, holds."""
    if folder is None:
        return read_config(None, (), FILES, Report())
    folder.joinpath("specforge.yaml").write_text(dedent(text))
    return read_config(str(folder / "specforge.yaml"), (), Files(str(folder)), Report())


def lowered(text: str, config: Config | None = None) -> Api:
    """Returns the model of a whole document."""
    return lower(document(text), config or configured(), Report())


def api_of(body: str, version: str = "openapi: 3.0.1") -> Api:
    """Returns the model of a document with these root keys."""
    return lowered(f"{version}\ninfo: {{title: t, version: '1'}}\n" + dedent(body))


def operation_of(body: str, path: str = "/orders", version: str = "openapi: 3.0.1") -> Operation:
    """Returns the operation `GET` of a path with these keys."""
    (operation,) = api_of(f"paths:\n  {path}:\n    get:\n{indent(dedent(body), ' ' * 6)}", version).operations
    return operation


def integration_of(body: str) -> Integration | None:
    """Returns the integration with these properties."""
    return operation_of("x-amazon-apigateway-integration:\n" + indent(dedent(body), "  ")).integration


def schema_of(body: str, version: str = "openapi: 3.0.1") -> Schema:
    """Returns the component schema `It` with these keywords, beside a component `Pet`."""
    components = f"components:\n  schemas:\n    Pet: {{type: string}}\n    It:\n{indent(dedent(body), ' ' * 6)}"
    if version.startswith("swagger"):
        components = f"definitions:\n  Pet: {{type: string}}\n  It:\n{indent(dedent(body), ' ' * 4)}"
    return api_of(components, version).schemas["It"]


def files_of(folder: Path, **texts: str) -> Api:
    """Returns the model of `api.yaml` among files written to a folder; `a__b` stands for a/b.yaml."""
    for name, text in texts.items():
        path = folder.joinpath(*name.split("__")).with_suffix(".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text))
    files = Files(str(folder))
    source = files.open(str(folder / "api.yaml"))
    assert not isinstance(source, tuple)
    (found,) = open_(source, files, Report())
    return lower(found, configured(), Report())
