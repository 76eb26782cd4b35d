"""The target `docs`: what a caller of the API must know, as one HTML page, as Markdown and as llms.txt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from specforge.diagnostics import Report
from specforge.ir import Api
from specforge.output import OutputFile
from specforge.targets.target import Target


class Options(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """The options under `build.docs`; the public edition says nothing of the infrastructure."""

    title: str | None = None
    edition: Literal["public", "internal"] = "public"


def emit(api: Api, options: Options, report: Report) -> Iterator[OutputFile]:
    """Yields the documentation of an API."""
    yield from ()


TARGET = Target(name="docs", summary="documentation: one HTML page, Markdown, llms.txt", options=Options, emit=emit)
