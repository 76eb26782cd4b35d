"""Documentation of documents written in tests."""

from __future__ import annotations

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from specforge.compiler import compile  # noqa: A004  the public name
from specforge.diagnostics import Report
from specforge.ir import Api
from specforge.output import OutputFile
from specforge.targets.docs.anchors import Anchors, SchemaAnchors
from specforge.targets.docs.prose import Prose
from specforge.targets.docs.shapes import Shapes
from specforge.targets.docs.target import Options, emit
from specforge.verify import verify
from tests.required import ROOT


def files_of(api: Api, *, edition: str = "public", report: Report | None = None) -> dict[str, str]:
    """Returns the files of the documentation of an API, verified, by their path below docs/."""
    options = Options(edition="internal" if edition == "internal" else "public")
    files = list(emit(api, options, report or Report()))
    verify(files)
    return {str(file.path).removeprefix("docs/"): text_of(file) for file in files}


def page_of(api: Api, *, edition: str = "public") -> LexborHTMLParser:
    """Returns the HTML page of an API, parsed."""
    return LexborHTMLParser(files_of(api, edition=edition)["index.html"])


def text_of(file: OutputFile) -> str:
    return file.content if isinstance(file.content, str) else file.content.decode()


def words_of(node: LexborNode | None) -> str:
    """Returns the text of an element with single spaces."""
    assert node is not None
    return " ".join(node.text(separator=" ").split())


def built(name: str, *settings: str) -> dict[str, str]:
    """Returns the documentation of an API of specs/, as `specforge build` makes it."""
    files = compile(Path(ROOT, "specs", name), targets=("docs",), settings=settings).files
    return {str(file.path).removeprefix("docs/"): text_of(file) for file in files}


def shapes_of(api: Api) -> Shapes:
    """Returns what makes shapes of an API's schemas."""
    return Shapes(api.schemas, SchemaAnchors(api.schemas, Anchors()), Prose(), Report())
