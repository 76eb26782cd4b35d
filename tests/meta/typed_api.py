"""What users may write, type-checked by mypy and never run."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import assert_type

import specforge


def compile_and_write() -> int:
    """Compiles, looks at every part of the result, writes."""
    result = specforge.compile("orders.yaml", targets=["openapi"], select=("all",), config="specforge.yaml")
    assert_type(result, specforge.CompileResult)
    assert_type(result.ok, bool)
    for diagnostic in result.diagnostics:
        assert_type(diagnostic, specforge.Diagnostic)
        assert_type(diagnostic.severity, specforge.Severity)
        assert_type(diagnostic.span, specforge.Span)
        assert_type(diagnostic.span.line, int)
    for file in result.files:
        assert_type(file, specforge.OutputFile)
        assert_type(file.path, PurePosixPath)
        assert_type(file.content, str | bytes)
    result.write("build", overwrite=True)
    return len(result.files)


def catch() -> str:
    """Catches the three children by their parent."""
    try:
        compile_and_write()
    except (specforge.ConfigError, specforge.SourceError, specforge.InternalError) as error:
        assert_type(error.exit_code, int)
        return str(error)
    except specforge.SpecforgeError as error:
        return str(error)
    return ""
