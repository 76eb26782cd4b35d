"""JSONPath as Jayway's library reads it, the one that API Gateway uses: compiled once, then applied to plain data."""

from __future__ import annotations

from specforge.vtl.jsonpath.parser import compile_path
from specforge.vtl.jsonpath.path import Path

__all__ = ["Path", "compile_path"]
