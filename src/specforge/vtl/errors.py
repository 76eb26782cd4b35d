"""What is wrong with the syntax of a template: values, never exceptions; and the words for it."""

from __future__ import annotations

import re

from msgspec import Struct

from specforge.vtl import tokens as t
from specforge.vtl.tokens import Token

SYNTAX = "syntax"
UNCLOSED_DIRECTIVE = "unclosed-directive"

_EXCERPT = 100

_QUOTES = re.compile(r"""[()\n]|"(?:[^"\n]++|"")*"|'(?:[^'\n]++|'')*'""")


class SyntaxProblem(Struct, frozen=True):
    """Says why API Gateway's Velocity refuses a template, and where; offsets count characters of the template."""

    kind: str
    message: str
    start: int
    end: int


class RenderProblem(Struct, frozen=True):
    """Says why a rendering failed, and where; offsets count characters of the template."""

    kind: str
    message: str
    start: int
    end: int
    line: int
    column: int
    excerpt: str
    """Is the line of the template, and below it carets under the place."""


def describe(text: str, kind: str, message: str, start: int, end: int) -> RenderProblem:
    """Returns a problem with its line, column and excerpt."""
    start = min(max(start, 0), len(text))
    begin = text.rfind("\n", 0, start) + 1
    finish = text.find("\n", start)
    line = text[begin : finish if finish >= 0 else len(text)].rstrip("\r")
    column = start - begin
    shown, lead = line, column
    if len(line) > _EXCERPT:
        cut = max(0, column - _EXCERPT // 3)
        shown, lead = line[cut : cut + _EXCERPT], column - cut
    carets = "^" * max(1, min(end - start, len(shown) - lead))
    pad = "".join("\t" if letter == "\t" else " " for letter in shown[:lead])
    number = text.count("\n", 0, start) + 1
    return RenderProblem(kind, message, start, max(start, end), number, column + 1, f"{shown}\n{pad}{carets}")


def explain(text: str, token: Token, expected: str) -> str:
    """Says in one line what stands at `token` and what must stand there."""
    if token.kind == t.UNFINISHED:
        return _unfinished(text[token.start : token.end])
    if token.kind == t.END_OF_TEMPLATE:
        return f"the template ends where {expected} must follow"
    found = text[token.start : token.end].strip() or "a blank"
    if token.kind == t.INVALID and found[0] in "\"'":
        return f"the string that begins with {found[0]} is never closed"
    before = text[: token.start][-2:]
    if before == '\\"' and token.kind != t.RIGHT_PAREN:
        return r'\" ends the string: inside double quotes a quote is written ""'
    if before[-1:] in ('"', "'") and (token.kind == t.DOT or found[0] == "."):
        return "a literal has no properties and no methods; assign it with #set first"
    if before[-1:] == '"' and token.kind in (t.WORD, t.IDENTIFIER, t.INVALID, t.INTEGER):
        return f'the string ends before {_short(found)}; inside double quotes a quote is written ""'
    if token.kind == t.INTEGER and found[0] == "-" and expected == ")":
        return f"{_short(found)} is read as a negative number; a subtraction has a blank after the minus"
    return f"{_short(found)} stands where {expected} must stand" if expected else f"{_short(found)} cannot stand here"


def _unfinished(found: str) -> str:
    if found.endswith(("$", "#", "!")) and not found.startswith(("#[[", "#*")):
        return f"the template ends with {_short(found[-2:])}; Velocity refuses a lone $ or # as the last character"
    return f"{found[:3] if found.startswith('#[[') else found[:2]} is never closed"


def _short(found: str) -> str:
    line = found.split("\n", 1)[0]
    return line if len(line) <= 30 else line[:27] + "..."


def find_header_end(text: str, opened: int, limit: int) -> int:
    """Returns where the parenthesis closes that the directive before `opened` opens, or -1."""
    depth = 1 if text[opened - 1 : opened] == "(" else 0
    for match in _QUOTES.finditer(text, opened, limit):
        found = match.group()
        if found == "(":
            depth += 1
        elif found == ")":
            depth -= 1
            if depth <= 0:
                return match.start()
    return -1
