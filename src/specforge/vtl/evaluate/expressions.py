"""Writes expressions of a template as Python expressions.

The names in the source: R the rendering, c the variables, g its get; P property, C call, X item, S text;
V, N and D read a path of properties (None, "" or text for null), K and L call a method of a variable ("" or text);
v is for a value that is looked at twice.
"""

from __future__ import annotations

from abc import abstractmethod

from specforge.vtl import ast
from specforge.vtl.evaluate import prefixes
from specforge.vtl.evaluate.source import Function, Module
from specforge.vtl.names import ROOTS
from specforge.vtl.tokens import Span

_LEVELS = 10
"""Is how deep a Python expression nests before its inside moves into a function: Python takes 200 parentheses."""
_LONG_PATH = 12


BINDINGS = "g, S, D, V, N, K, L, H = B(R, c)"
"""Is the first line of every function; see reading.py."""


class Expressions:
    """Writes expressions; `function` is the Python function that they stand in."""

    def __init__(self, text: str, macros: frozenset[str], assigned: frozenset[str]) -> None:
        self.source = text
        self.module = Module()
        self.function = Function("root")
        self.macros = macros
        self.assigned = assigned
        self.string_depth = 0
        self._level = 0
        self.changes_data = False

    @abstractmethod
    def interpolated(self, parts: tuple[ast.Statement, ...]) -> str:
        """Writes the value of a double-quoted string."""

    def slice(self, span: Span) -> str:
        """Returns the text of the template at a span; inside strings a doubled quote counts once."""
        found = self.source[span.start : span.end]
        for _ in range(self.string_depth):
            found = found.replace('""', '"')
        return found

    def value(self, node: ast.Expression) -> str:
        """Writes a value; None stands only for what `may_be_null`."""
        if isinstance(node, ast.StringLiteral):
            return repr(node.value) if node.parts is None else self.interpolated(node.parts)
        if isinstance(node, ast.Reference):
            return self.non_null(node)
        self._level += 1
        try:
            written = self._value(node)
            return self._moved(written) if self._level % _LEVELS == 0 else written
        finally:
            self._level -= 1

    def _moved(self, written: str) -> str:
        """Moves an expression into a function of its own."""
        name = self.module.name("x")
        moved = Function(name, "R, c")
        moved.add(BINDINGS)
        moved.add(f"return {written}")
        self.module.finish(moved)
        return f"{name}(R, c)"

    def _value(self, node: ast.Expression) -> str:
        match node:
            case ast.IntegerLiteral(spelling=spelling):
                return str(int(spelling)) if len(spelling) < 4000 else "None"
            case ast.FloatLiteral(spelling=spelling):
                return _float(spelling)
            case ast.BooleanLiteral(value=value):
                return str(value)
            case ast.ListLiteral(items=items):
                return f"A(({''.join(f'{self.value(item)}, ' for item in items)}))"
            case ast.RangeLiteral(first=first, last=last):
                return f"R.range_of({self.value(first)}, {self.value(last)})"
            case ast.MapLiteral(entries=entries):
                return self._map(entries)
            case ast.Not() | ast.Binary(operator="&&" | "||"):
                return self.condition(node)
            case ast.Binary():
                return self._binary(node)
            case _:
                return "None"

    def _map(self, entries: tuple[tuple[ast.Expression, ast.Expression], ...]) -> str:
        pairs = [(self.value(key), self.value(value)) for key, value in entries]
        if all(isinstance(key, ast.StringLiteral) and key.parts is None for key, _ in entries):
            return f"{{{', '.join(f'{key}: {value}' for key, value in pairs)}}}"
        return f"R.map_of({', '.join(f'{key}, {value}' for key, value in pairs)})"

    def _binary(self, node: ast.Binary) -> str:
        left, right = self.value(node.left), self.value(node.right)
        match node.operator:
            case "+":
                literals = ""
                if may_be_null(node.left) or may_be_null(node.right):
                    literals = f", {self.slice(node.left.span).strip()!r}, {self.slice(node.right.span).strip()!r}"
                return f"add(R, {left}, {right}{literals})"
            case "==":
                return f"same({left}, {right}, R)"
            case "!=":
                return f"different({left}, {right}, R)"
            case "<" | "<=" | ">" | ">=":
                return f"is_ordered({node.operator!r}, {left}, {right})"
            case _:
                return f"compute({node.operator!r}, {left}, {right})"

    def condition(self, node: ast.Expression | None) -> str:
        """Writes what #if decides by: only references, booleans and logic are ever true in Velocity 1.7."""
        self._level += 1
        try:
            written = self._condition(node)
            return self._moved(written) if self._level % _LEVELS == 0 else written
        finally:
            self._level -= 1

    def _condition(self, node: ast.Expression | None) -> str:
        match node:
            case ast.Reference():
                prefix = prefixes.read(node)
                if prefix.runt is not None:
                    return "False"
                if node.name == "foreach" and len(node.path) == 1 and _is_has_next(node.path[0]):
                    return "H()"
                return f"{self.chain(node)} is not False" if prefix.is_reference else "True"
            case ast.BooleanLiteral(value=value):
                return str(value)
            case ast.Not(operand=operand):
                return f"(not {self.condition(operand)})"
            case ast.Binary(operator="&&", left=left, right=right):
                return f"({self.condition(left)} and {self.condition(right)})"
            case ast.Binary(operator="||", left=left, right=right):
                return f"({self.condition(left)} or {self.condition(right)})"
            case ast.Binary(operator="==" | "!=" | "<" | "<=" | ">" | ">="):
                return self._binary(node)
            case _:
                return "False"

    def non_null(self, node: ast.Reference) -> str:
        """Writes the value of a reference, with "" for null: what API Gateway's handler puts in its place."""
        prefix = prefixes.read(node)
        if prefix.runt is not None:
            return "None"
        if not prefix.is_reference:
            return "''"
        if written := self._short(node, "N", "K"):
            return written
        return f"('' if (v := {self.chain(node)}) is None else v)"

    def shown(self, node: ast.Reference) -> str:
        """Writes what a reference prints."""
        if (node.path or not self.function.loops) and (written := self._short(node, "D", "L")):
            return written
        return f"(v if type(v := {self.chain(node)}) is str else S(v))"

    def _short(self, node: ast.Reference, reading: str, calling: str) -> str | None:
        """Writes a path of properties only, or a single call, as one call of Python; None for any other."""
        path = node.path
        if len(path) == 1 and isinstance(path[0], ast.Method):
            method = path[0]
            if self._is_surely_there(node.name) or not any(map(_has_effect, method.arguments)):
                values = "".join(f", {self.value(argument)}" for argument in method.arguments)
                return f"{calling}({node.name!r}, '{method.name}/{len(method.arguments)}'{values})"
            return None
        names = ""
        for step in path:
            if not isinstance(step, ast.Property) or step.name == "class":
                return None
            names += f", '{step.name}'"
        return f"{reading}({node.name!r}{names})"

    def _is_surely_there(self, name: str) -> bool:
        return name in ROOTS and name not in self.assigned

    def chain(self, node: ast.Reference) -> str:
        """Writes the value of a reference, which may be None."""
        path = node.path
        if not path:
            return f"g({node.name!r})"
        count = 0
        while count < len(path) and isinstance(step := path[count], ast.Property) and step.name != "class":
            count += 1
        if count:
            names = "".join(f", {step.name!r}" for step in path[:count] if isinstance(step, ast.Property))
            return self.steps(f"V({node.name!r}{names})", path[count:])
        return self.steps(f"g({node.name!r})", path)

    def steps(self, written: str, path: tuple[ast.Step, ...]) -> str:
        """Writes the way from a value along a path."""
        if len(path) > _LONG_PATH:
            name = self.module.name("v")
            assigned = f"{name} := {written}"
            links = [f"({name} := {self._step(name, step)})" for step in path]
            return f"(({assigned}), {', '.join(links)})[-1]"
        for step in path:
            written = self._step(written, step)
        return written

    def _step(self, owner: str, step: ast.Step) -> str:
        match step:
            case ast.Property(name=name):
                return f"P(R, {owner}, {name!r})"
            case ast.Index(key=key):
                return f"X(R, {owner}, {self.value(key)})"
            case ast.Method(name=name, arguments=arguments):
                return self._call(owner, name, arguments)

    def _call(self, owner: str, name: str, arguments: tuple[ast.Expression, ...]) -> str:
        key = f"{name}/{len(arguments)}"
        self._level += 1
        try:
            values = "".join(f", {self.value(argument)}" for argument in arguments)
            if not any(map(_has_effect, arguments)):
                written = f"C(R, {owner}, {key!r}{values})"
            else:
                # Where the way ends before the call its arguments are not evaluated.
                held = self.module.name("v")
                written = f"(None if ({held} := {owner}) is None else C(R, {held}, {key!r}{values}))"
            return self._moved(written) if self._level % _LEVELS == 0 and owner.startswith("g(") else written
        finally:
            self._level -= 1


def _float(spelling: str) -> str:
    written = repr(float(spelling))
    return "float('inf')" if written == "inf" else "float('-inf')" if written == "-inf" else written


def _is_has_next(step: ast.Step) -> bool:
    return isinstance(step, ast.Property) and step.name == "hasNext"


def may_be_null(node: ast.Expression) -> bool:
    """Says whether an expression can be null, so that #set leaves its variable alone."""
    if isinstance(node, ast.Binary):
        return node.operator in "+-*/%"
    if isinstance(node, ast.Reference):
        return prefixes.read(node).runt is not None
    return isinstance(node, ast.RangeLiteral | ast.Word) or (
        isinstance(node, ast.IntegerLiteral) and len(node.spelling) >= 4000
    )


def _has_effect(node: ast.Expression) -> bool:
    """Says whether evaluating a value may change something or fail; looking properties up does neither."""
    if isinstance(node, ast.Reference):
        return any(not isinstance(step, ast.Property) for step in node.path)
    if isinstance(node, ast.StringLiteral):
        return node.parts is not None
    return isinstance(node, ast.ListLiteral | ast.MapLiteral | ast.RangeLiteral)
