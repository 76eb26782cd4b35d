"""Python expressions on lines, as formatters lay them out: on one line if it fits, else one item a line.

An exploded bracket ends with a comma, so every formatter leaves it as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from specforge.render import encode_py

WIDTH = 88


class Bracket(NamedTuple):
    """Items between brackets; what stands before, such as `name=Call`, belongs to `opening`."""

    opening: str
    items: tuple[Node, ...]
    closing: str

    def prefixed(self, prefix: str) -> Bracket:
        """Returns the same behind a prefix."""
        return self._replace(opening=prefix + self.opening)


Node = str | Bracket


def prefixed(prefix: str, node: Node) -> Node:
    """Returns an expression behind `name=` or `key: `."""
    return prefix + node if isinstance(node, str) else node.prefixed(prefix)


def flat(node: Node) -> str:
    """Returns an expression on one line."""
    if isinstance(node, str):
        return node
    inner = ", ".join(map(flat, node.items))
    if len(node.items) == 1 and node.opening.endswith("(") and node.opening[:-1].rpartition("=")[2].strip() == "":
        inner += ","
    return node.opening + inner + node.closing


def lay_out(node: Node, *, indent: int = 0, before: str = "", after: str = "") -> str:
    """Returns an expression at an indentation; `before` and `after` stand on its first and last line."""
    line = before + flat(node) + after
    if isinstance(node, str) or not node.items or indent + len(line) <= WIDTH:
        return line
    inner = " " * (indent + 4)
    items = "".join(f"{inner}{lay_out(item, indent=indent + 4, after=',')}\n" for item in node.items)
    return f"{before}{node.opening}\n{items}{' ' * indent}{node.closing}{after}"


def assign(target: str, value: str, *, indent: int = 0) -> str:
    """Returns an assignment of something that cannot be broken: in parentheses where that makes it fit."""
    line = f"{target} = {value}"
    inner = " " * (indent + 4)
    if indent + len(line) <= WIDTH or indent + 4 + len(value) > WIDTH or indent + len(target) + 4 > WIDTH:
        return line
    return f"{target} = (\n{inner}{value}\n{' ' * indent})"


def declare(name: str, type_: Bracket, value: Bracket) -> str:
    """Returns an annotated assignment at the margin of a module, broken where formatters break it."""
    before = f"{name}: {flat(type_)} = "
    if len(before + flat(value)) <= WIDTH or len(before + value.opening) <= WIDTH:
        return lay_out(value, before=before)
    if len(before) + 1 <= WIDTH:
        return f"{before}(\n    {lay_out(value, indent=4)}\n)"
    items = "".join(f"    {flat(item)}\n" for item in type_.items)
    return f"{name}: {type_.opening}\n{items}{lay_out(value, before=type_.closing + ' = ')}"


def call(function: str, arguments: Iterable[Node]) -> Bracket:
    """Returns a call."""
    return Bracket(function + "(", tuple(arguments), ")")


def literal(value: object) -> Node:
    """Returns a literal that may be laid out: mappings and sequences item by item."""
    if isinstance(value, dict):
        items = tuple(prefixed(encode_py(key) + ": ", literal(item)) for key, item in value.items())
        return Bracket("{", items, "}")
    if isinstance(value, list):
        return Bracket("[", tuple(map(literal, value)), "]")
    if isinstance(value, tuple):
        return Bracket("(", tuple(map(literal, value)), ")")
    if isinstance(value, float) and value in (float("inf"), float("-inf")):
        return f'float("{value}")'
    return encode_py(value)


def wrap(text: str | None, *, indent: int, first: int = 0) -> tuple[str, ...]:
    """Returns the lines of a text for a docstring: paragraphs and lists kept, long lines broken.

    `first` is how much of the first line is taken already.
    """
    lines: list[str] = []
    for line in (text or "").strip().splitlines():
        stripped = line.rstrip()
        if not stripped and (not lines or not lines[-1]):
            continue
        lines.extend(_break(stripped, WIDTH - indent - (first if not lines else 0)))
    return tuple(lines)


def _break(line: str, width: int) -> list[str]:
    if len(line) <= width:
        return [line]
    margin = line[: len(line) - len(line.lstrip())][: width // 2]
    lines, current = [], margin
    for word in line.split():
        if len(current) + len(word) + 1 > width and current.strip():
            lines.append(current.rstrip())
            current = margin
        current += word if current == margin else f" {word}"
    return [*lines, current.rstrip()]
