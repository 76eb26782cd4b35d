"""The directives that have names, and what Velocity and API Gateway demand of their arguments."""

from __future__ import annotations

from collections.abc import Collection

from specforge.vtl import ast
from specforge.vtl.tokens import Span

BLOCKS = frozenset(("foreach", "define", "macro", "literal"))
REFUSED = frozenset(("parse", "include"))
NEED_ARGUMENTS = BLOCKS | REFUSED | {"evaluate"}
_NAMED = NEED_ARGUMENTS | {"break", "stop"}


def argument_problem(name: str, arguments: tuple[ast.Expression, ...], macros: Collection[str]) -> str | None:
    """Says what is wrong with the arguments of `#name(...)`, or None."""
    if name in REFUSED:
        return f"#{name} is not available in API Gateway: a template has no files"
    if name == "macro":
        return _macro_problem(arguments)
    allowed = 1 if name == "foreach" else None
    for index, argument in enumerate(arguments):
        if isinstance(argument, ast.Word) and index != allowed and (name in _NAMED or name in macros):
            return f"{argument.value} is not a value that #{name} takes"
    return _count_problem(name, len(arguments))


def _macro_problem(arguments: tuple[ast.Expression, ...]) -> str | None:
    if not arguments or not isinstance(arguments[0], ast.Word):
        return "#macro must begin with the name of the macro, without quotes"
    for argument in arguments[1:]:
        if isinstance(argument, ast.Word):
            return f"the macro parameter {argument.value} must be a reference, ${argument.value}"
    return None


def _count_problem(name: str, count: int) -> str | None:
    if name in ("evaluate", "define") and count != 1:
        return f"#{name} takes exactly one argument"
    if name == "foreach" and count < 2:
        return "#foreach must read #foreach($item in $list)"
    return None


def statement(
    name: str, arguments: tuple[ast.Expression, ...], body: tuple[ast.Statement, ...] | None, span: Span
) -> ast.Statement:
    """Returns the node for a directive."""
    if body is None or name.startswith("@"):
        return ast.Call(name, arguments, body, span)
    match name:
        case "foreach":
            item = arguments[0] if arguments else None
            return ast.Foreach(item, arguments[2] if len(arguments) > 2 else None, body, span)
        case "define":
            return ast.Define(arguments[0] if arguments else None, body, span)
        case "macro":
            first = arguments[0] if arguments else None
            return ast.Macro(first.value if isinstance(first, ast.Word) else "", arguments[1:], body, span)
        case _:
            return ast.Literal(body, span)
