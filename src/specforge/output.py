"""Files on disk: the only module of the compiler that touches it.

A build appears all together or not at all; `.specforge/manifest.json` lists what specforge owns, and that list
is the only licence to replace or remove a file.
"""

from __future__ import annotations

from pathlib import PurePosixPath

import msgspec


class OutputFile(msgspec.Struct, frozen=True):
    """A file of the output, its path relative to the output folder."""

    path: PurePosixPath
    content: str | bytes

    @property
    def data(self) -> bytes:
        """Returns the bytes that are written: UTF-8, line feeds."""
        return self.content if isinstance(self.content, bytes) else self.content.encode("utf-8")


def output_file(path: str, content: str | bytes) -> OutputFile:
    """Returns a file of the output; `path` is relative and uses slashes."""
    return OutputFile(PurePosixPath(path), content)
