"""The exceptions of specforge; faults of a document are findings, never exceptions.

SpecforgeError
├── ConfigError      the command or specforge.yaml asks for something that cannot be done
├── SourceError      a file cannot be read at all
└── InternalError    specforge itself is wrong
"""

from __future__ import annotations


class SpecforgeError(Exception):
    """Ends a run; `exit_code` is what the command line returns for it."""

    exit_code = 2


class ConfigError(SpecforgeError):
    """Says that an option, a target name or a configuration value cannot be used."""


class SourceError(SpecforgeError):
    """Says in one line why a file is no document that specforge can read.

    `other_file` marks a file that was read well and is simply no API document.
    """

    def __init__(self, message: str, *, other_file: bool = False) -> None:
        super().__init__(message)
        self.other_file = other_file


class InternalError(SpecforgeError):
    """Says that specforge broke its own rules: a bug, never the document's fault."""

    exit_code = 3
