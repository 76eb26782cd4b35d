"""The Velocity Template Language as API Gateway runs it, as a library of its own.

In: the text of a mapping template. Out: its syntax tree, its problems, the references in it.
It knows nothing of OpenAPI documents, files or reports.
"""

from __future__ import annotations

from specforge.vtl.errors import SyntaxProblem
from specforge.vtl.lint import VtlProblem, check
from specforge.vtl.parser import Template, parse
from specforge.vtl.references import references

__all__ = ["SyntaxProblem", "Template", "VtlProblem", "check", "parse", "references"]
