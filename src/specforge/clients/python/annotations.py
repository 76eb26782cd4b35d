"""Annotated names on lines: where a type is too long for one, it is broken where formatters break it."""

from __future__ import annotations

import re

from specforge.clients.python.layout import WIDTH, Bracket, lay_out

_PIECE = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'| \| |[\[\]]|[^"\'\[\]| ]+|.')


def operands(type_: str) -> list[str]:
    """Returns the members of a union at its top level.

    >>> operands('list[A | B] | Literal["x | y"] | None')
    ['list[A | B]', 'Literal["x | y"]', 'None']
    """
    if " | " not in type_:
        return [type_]
    parts, depth = [""], 0
    for piece in _PIECE.findall(type_):
        depth += (piece == "[") - (piece == "]")
        if piece == " | " and depth == 0:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def annotate(name: str, type_: str, default: str | None, *, indent: int) -> str:
    """Returns `name: type = default` in the body of a class."""
    after = "" if default is None else f" = {default}"
    line = f"{name}: {type_}{after}"
    if indent + len(line) <= WIDTH:
        return line
    margin = " " * indent
    if default is not None and indent + len(f"{name}: {type_} = (") <= WIDTH:
        return f"{name}: {type_} = (\n{margin}    {default}\n{margin})"
    members = operands(type_)
    inner = " " * (indent + 4)
    if type_.isidentifier() and len(inner + type_) <= WIDTH:
        return f"{name}: (\n{inner}{type_}\n{margin})"
    if len(members) == 1:
        return f"{name}: {_split(type_, indent)}{after}"
    if len(inner + type_) <= WIDTH:
        broken = inner + type_
    else:
        broken = f"\n{inner}| ".join(
            _operand(member, indent + 4, mark=2 * (member != members[0])) for member in members
        )
        broken = inner + broken
    return f"{name}: (\n{broken}\n{margin}){after}"


def parameter(name: str, type_: str, default: str | None, *, indent: int) -> str:
    """Returns `name: type = default` as a line of a signature, without the comma behind it."""
    after = "" if default is None else f" = {default}"
    line = f"{name}: {type_}{after}"
    if indent + len(line) + 1 <= WIDTH:
        return line
    members = operands(type_)
    if len(members) == 1:
        return f"{name}: {_split(type_, indent)}{after}"
    first, *rest = members
    margin = " " * indent
    head = f"{name}: {_operand(first, indent, mark=len(name) + 2)}"
    return head + "".join(f"\n{margin}| {_operand(member, indent, mark=2)}" for member in rest) + after


def class_head(name: str, base: str) -> str:
    """Returns the head of a class."""
    return lay_out(Bracket(f"class {name}(", (base,), ")"), after=":").replace(",\n", "\n")


def _operand(member: str, indent: int, *, mark: int) -> str:
    return member if indent + mark + len(member) <= WIDTH else _split(member, indent)


def _split(type_: str, indent: int) -> str:
    """Returns a generic type with its arguments on lines of their own; any other type as it is."""
    opening, bracket, rest = type_.partition("[")
    if not bracket or not rest.endswith("]"):
        return type_
    inner = " " * (indent + 4)
    arguments = rest[:-1]
    if opening == "dict":
        key, _, value = arguments.partition(", ")
        if len(inner + arguments) > WIDTH:
            return f"{opening}[\n{inner}{key},\n{inner}{value},\n{' ' * indent}]"
    if len(inner + arguments) > WIDTH:
        arguments = f"\n{inner}| ".join(operands(arguments))
    return f"{opening}[\n{inner}{arguments}\n{' ' * indent}]"
