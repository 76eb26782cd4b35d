"""The output formats of `specforge validate`, one file each, loaded by name."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Protocol

from specforge.cli.results import FileResult

FORMATS = ("text", "json", "sarif", "github", "gitlab", "junit", "checkstyle")


class Format(Protocol):
    """A format: results in, text out."""

    def __call__(self, results: Sequence[FileResult], *, colour: bool) -> str:
        """Returns the results of all files in this format."""
        ...


def load(name: str) -> Format:
    """Returns the format of that name."""
    chosen: Format = import_module(f"specforge.cli.format.{name}").render
    return chosen
