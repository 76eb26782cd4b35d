"""A compiler for Amazon API Gateway.

One OpenAPI document in; findings with places, the import document, mapping templates, infrastructure, clients
and documentation out. Names are loaded on first use, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from specforge.compiler import CompileResult, compile  # noqa: A004 (the public name)
    from specforge.diagnostics import Diagnostic, Severity, Span
    from specforge.errors import ConfigError, InternalError, SourceError, SpecforgeError
    from specforge.output import OutputFile

__version__ = "0.1.0"

_HOMES = {
    "CompileResult": "specforge.compiler",
    "ConfigError": "specforge.errors",
    "Diagnostic": "specforge.diagnostics",
    "InternalError": "specforge.errors",
    "OutputFile": "specforge.output",
    "Severity": "specforge.diagnostics",
    "SourceError": "specforge.errors",
    "Span": "specforge.diagnostics",
    "SpecforgeError": "specforge.errors",
    "compile": "specforge.compiler",
}

__all__ = [
    "CompileResult",
    "ConfigError",
    "Diagnostic",
    "InternalError",
    "OutputFile",
    "Severity",
    "SourceError",
    "Span",
    "SpecforgeError",
    "compile",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'specforge' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
