"""What is wrong with the syntax of a template: values, never exceptions."""

from __future__ import annotations

from msgspec import Struct


class SyntaxProblem(Struct, frozen=True):
    """Says why API Gateway's Velocity refuses a template, and where; offsets count characters of the template."""

    kind: str
    message: str
    start: int
    end: int


SYNTAX = "syntax"
UNCLOSED_DIRECTIVE = "unclosed-directive"
