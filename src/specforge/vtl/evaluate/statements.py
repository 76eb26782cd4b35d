"""Writes the statements of a template as Python statements."""

from __future__ import annotations

import re

from specforge.vtl import ast, directives
from specforge.vtl.evaluate import prefixes
from specforge.vtl.evaluate.expressions import Expressions, may_be_null
from specforge.vtl.evaluate.source import MAX_INDENT, Function, Module
from specforge.vtl.references import walk
from specforge.vtl.tokens import Span

_CONTROLS = frozenset(("if", "else", "elseif", "end"))
_NAMED = directives.NEED_ARGUMENTS | {"break", "stop"}
_NEXT_DIRECTIVE = re.compile(r"#(?:\{(?P<bracketed>if|else|elseif|end)\}|(?P<word>[A-Za-z_@][A-Za-z0-9_@]*))")
_PRINTED = ast.Text | ast.Verbatim | ast.Escapes | ast.EscapedDirective | ast.Reference | ast.Literal
_CHANGING = frozenset(
    ("add", "addAll", "clear", "put", "putAll", "putIfAbsent", "remove", "removeAll", "replace", "retainAll", "set",
     "setValue", "next")
)  # fmt: skip
_LOOP_NAMES = frozenset(("foreach", "velocityCount", "velocityHasNext"))

Body = tuple[ast.Statement, ...]


class Features:
    """Is what a template uses, so that the rest costs nothing."""

    def __init__(self, body: Body) -> None:
        self.loop_names: set[str] = set()
        self.changes_data = self.has_evaluate = self.has_blocks = self.has_exits = False
        self.macros: set[str] = set()
        for node in walk(body):
            if isinstance(node, ast.Reference):
                if node.name in _LOOP_NAMES:
                    self.loop_names.add(node.name)
            elif isinstance(node, ast.Method):
                self.changes_data = self.changes_data or node.name in _CHANGING
            elif isinstance(node, ast.Set):
                self.changes_data = self.changes_data or _sets_data(node.target)
            elif isinstance(node, ast.Macro):
                self.macros.add(node.name)
            elif isinstance(node, ast.Define):
                self.has_blocks = True
            elif isinstance(node, ast.Call):
                self.has_evaluate = self.has_evaluate or node.name == "evaluate"
                self.has_exits = (
                    self.has_exits or node.name == "stop" or (node.name == "break" and bool(node.arguments))
                )
                self.has_blocks = self.has_blocks or node.body is not None
        if self.has_evaluate:
            self.loop_names |= _LOOP_NAMES
            self.changes_data = self.has_blocks = True


def _sets_data(target: ast.Reference) -> bool:
    return bool(target.path) and not (target.name == "context" and len(target.path) > 1)


class Generator(Expressions):
    """Writes a whole template."""

    def __init__(self, text: str, body: Body, *, is_evaluated: bool = False) -> None:
        features = Features(body)
        features.has_blocks = features.has_blocks or is_evaluated
        super().__init__(text, frozenset(features.macros))
        self.features = features
        self.macro_bodies: dict[str, tuple[str, tuple[str, ...]]] = {}
        self._known: set[str] = set()

    def generate(self, body: Body) -> Module:
        """Writes all functions."""
        self._open(self.function)
        self.body(body)
        self._close(self.function)
        return self.module

    def _open(self, function: Function) -> None:
        function.add("S = R.text")
        function.add("g = c.get")

    def _close(self, function: Function) -> None:
        self.module.finish(function)

    def nested(self, body: Body, letter: str, *, is_closed: bool = True, in_text: bool = False) -> str:
        """Writes statements as a function of their own and returns its name."""
        outer, name = self.function, self.module.name(letter)
        self.function = Function(name)
        self.function.in_text = in_text
        self._open(self.function)
        self.body(body, is_closed=is_closed)
        self._close(self.function)
        self.function = outer
        return name

    def body(self, body: Body, *, is_closed: bool = False) -> None:
        """Writes statements; `is_closed` says that a directive follows the last one."""
        printed: list[tuple[str, Span | None]] = []
        for index, node in enumerate(body):
            if isinstance(node, ast.Comment):
                continue
            if isinstance(node, ast.Reference) and self._may_exit(node):
                self._flush(printed)
                self._print_block(node)
            elif isinstance(node, _PRINTED):
                is_last = is_closed and index == len(body) - 1
                self._print(node, printed, is_last=is_last)
            elif isinstance(node, ast.Call) and self._is_text(node):
                printed.append((repr(self.slice(node.span)), None))
            else:
                self._flush(printed)
                self._statement(node)
        self._flush(printed)
        if len(self.function.lines) and self.function.lines[-1].endswith(":"):
            self.function.add("pass")

    def _is_text(self, node: ast.Call) -> bool:
        if node.name in _NAMED and not (node.arguments is None and node.name not in ("break", "stop")):
            return False
        name = node.name.removeprefix("@")
        return name not in self.macros and not self.features.has_evaluate

    def _print(self, node: _PRINTED, printed: list[tuple[str, Span | None]], *, is_last: bool) -> None:
        match node:
            case ast.Text(value=value) | ast.Verbatim(value=value):
                printed.append((repr(value), None))
            case ast.Escapes(value=value):
                halved = is_last or self._directive_follows(node.span.end)
                printed.append((repr(value[: len(value) // 2] if halved else value), None))
            case ast.EscapedDirective(value=value):
                printed.append((repr(self._unescaped(value)), None))
            case ast.Literal(body=body):
                if body:
                    printed.append((repr(self.slice(Span(body[0].span.start, body[-1].span.end))), None))
            case ast.Reference():
                printed.extend((part, node.span) for part in self.printed_reference(node))

    def _directive_follows(self, at: int) -> bool:
        found = _NEXT_DIRECTIVE.match(self.source, at)
        if found is None:
            return False
        word = found["word"]
        return word is None or word in _CONTROLS or word in _NAMED or word in self._known

    def _unescaped(self, value: str) -> str:
        last = value.rindex("\\")
        name = value[last + 2 :].strip("{}")
        is_known = name in _CONTROLS or name == "set" or name in _NAMED or name in self._known
        return value[: last // 2] + value[last + 1 :] if is_known else value

    def _literal(self, node: ast.Reference, prefix: prefixes.Prefix) -> str:
        """Returns the reference as it stands, without what comes before its last sigil."""
        return self.slice(Span(node.span.start + prefix.after_backslashes, node.span.end))

    def printed_reference(self, node: ast.Reference) -> list[str]:
        """Writes what a reference prints, as Python expressions of texts."""
        prefix = prefixes.read(node)
        if prefix.runt is not None:
            return [repr(prefix.runt)]
        before = [repr(prefix.before)] if prefix.before else []
        if not prefix.is_reference:
            return before
        literal = self._literal(node, prefix)
        chain = self.chain(node)
        if prefix.is_escaped:
            return [*before, f"({chain}, {literal!r})[1]" if node.path else repr(literal)]
        if self.features.has_blocks and not node.path:
            return [*before, f"R.text_or({chain}, {('' if node.quiet else literal)!r}, c)"]
        return [*before, f"(v if type(v := {chain}) is str else S(v))"]

    def _may_exit(self, node: ast.Reference) -> bool:
        """Says whether printing may meet a #stop inside a block: what the block printed until then stays."""
        return (
            self.features.has_blocks and self.features.has_exits and not node.path and prefixes.read(node).is_reference
        )

    def _print_block(self, node: ast.Reference) -> None:
        prefix = prefixes.read(node)
        literal = self._literal(node, prefix)
        if prefix.is_escaped or prefix.runt is not None:
            self.function.add(f"w({prefix.runt or prefix.before + literal!r})")
            return
        if prefix.before:
            self.function.add(f"w({prefix.before!r})")
        self.function.add(f"R.print({self.chain(node)}, {('' if node.quiet else literal)!r}, c, (e, w))", node.span)

    def _flush(self, printed: list[tuple[str, Span | None]]) -> None:
        parts: list[tuple[str, Span | None]] = []
        for part, span in printed:
            if part != "''":
                parts.append((part, span))
        printed.clear()
        if len(parts) == 1:
            self.function.add(f"w({parts[0][0]})", parts[0][1])
        elif parts:
            self.function.add("e((")
            for part, span in parts:
                self.function.add(part + ",", span)
            self.function.add("))")

    def interpolated(self, parts: Body) -> str:
        """Writes the value of a double-quoted string."""
        self.string_depth += 1
        try:
            if all(isinstance(part, _PRINTED | ast.Comment) for part in parts):
                printed: list[tuple[str, Span | None]] = []
                for part in parts:
                    if not isinstance(part, ast.Comment):
                        self._print(part, printed, is_last=False)  # type: ignore[arg-type]  # narrowed by all()
                return f"R.join(({''.join(f'{one}, ' for one, _ in printed)}))"
            name = self.nested(parts, "t", is_closed=False, in_text=True)
            return f"R.capture({name}, c)"
        finally:
            self.string_depth -= 1

    def _statement(self, node: ast.Statement) -> None:
        match node:
            case ast.Set():
                self._set(node)
            case ast.If():
                self._if(node)
            case ast.Foreach():
                self._foreach(node)
            case ast.Define(target=ast.Reference() as target, body=body):
                self.function.add(f"c[{target.name!r}] = R.block({self.nested(body, 'd')}, c)", node.span)
            case ast.Macro():
                self._macro(node)
            case ast.Call():
                self._call_directive(node)
            case _:
                pass

    def _set(self, node: ast.Set) -> None:
        value, target = self.value(node.value), node.target
        if not target.path:
            if may_be_null(node.value):
                self.function.add(f"if (v := {value}) is not None: c[{target.name!r}] = v", node.span)
            else:
                self.function.add(f"c[{target.name!r}] = {value}", node.span)
            return
        last = target.path[-1]
        self.function.add(f"v0 = {value}", node.value.span)
        self.function.add(
            f"if v0 is not None and (v1 := {self.steps(f'g({target.name!r})', target.path[:-1])}) is not None:"
        )
        self.function.indent += 1
        if isinstance(last, ast.Index):
            self.function.add(f"R.set_item(v1, {self.value(last.key)}, v0)", node.span)
        else:
            self.function.add(f"R.set_property(v1, {last.name!r}, v0)", node.span)
        self.function.indent -= 1

    def _if(self, node: ast.If) -> None:
        keyword = "if"
        for branch in node.branches:
            if branch.condition is None:
                self.function.add("else:" if keyword == "elif" else "if True:")
            else:
                self.function.add(f"{keyword} {self.condition(branch.condition)}:", branch.condition.span)
            keyword = "elif"
            self.function.indent += 1
            self.body(branch.body, is_closed=True)
            self.function.indent -= 1

    def _foreach(self, node: ast.Foreach) -> None:
        if self.function.indent >= MAX_INDENT:
            outer, name = self.function, self.module.name("f")
            self.function = Function(name)
            self.function.in_text = outer.in_text
            self._open(self.function)
            self._loop(node)
            self._close(self.function)
            self.function = outer
            self.function.add(f"{name}(R, c, e, w)", node.span)
        else:
            self._loop(node)

    def _loop(self, node: ast.Foreach) -> None:
        function, number = self.function, self.module.name("")
        name = node.item.name if isinstance(node.item, ast.Reference) else ""
        source = self.value(node.source) if node.source is not None else "None"
        cost = sum(1 for _ in walk(node.body)) + 1
        function.add(f"o{number} = {source}", node.span)
        function.add(f"s{number} = R.items(o{number}, {cost})", node.span)
        function.add(f"if s{number}:")
        function.indent += 1
        kept = [(one, f"k{index}_{number}") for index, one in enumerate(self._kept(name))]
        for one, variable in kept:
            function.add(f"{variable} = g({one!r})")
        self._rounds(node, name, number)
        for one, variable in kept:
            function.add(f"if {variable} is None: c.pop({one!r}, None)")
            function.add(f"else: c[{one!r}] = {variable}")
        function.indent -= 1

    def _kept(self, name: str) -> list[str]:
        """Returns the variables that have their value again after the loop."""
        return [name, *sorted(self.features.loop_names)]

    def _rounds(self, node: ast.Foreach, name: str, number: str) -> None:
        function, used = self.function, self.features.loop_names
        catches = any(isinstance(one, ast.Call) and one.name in ("break", "evaluate") for one in walk(node.body))
        catches = catches and self._may_signal(node.body)
        if "foreach" in used:
            function.add(f"c['foreach'] = f{number} = Scope(g('foreach'), s{number})")
        if self.features.changes_data:
            function.add(f"n{number} = R.count(o{number})")
        if catches:
            function.add("try:")
            function.indent += 1
        function.add(f"for i{number}, v in enumerate(s{number}):")
        function.indent += 1
        function.loops += 1
        function.add(f"c[{name!r}] = v")
        if "foreach" in used:
            function.add(f"f{number}.index = i{number}")
        if "velocityCount" in used:
            function.add(f"c['velocityCount'] = i{number} + 1")
        if "velocityHasNext" in used:
            function.add(f"c['velocityHasNext'] = R.has_next(s{number}, i{number})")
        self.body(node.body, is_closed=True)
        if self.features.changes_data:
            function.add(f"if R.leaves(o{number}, n{number}, i{number} + 1): break", node.span)
        function.loops -= 1
        function.indent -= 1
        if catches:
            self._catch(number)

    def _catch(self, number: str) -> None:
        self.function.indent -= 1
        self.function.add("except BreakSignal as signal:")
        scope = f"f{number}" if "foreach" in self.features.loop_names else "None"
        self.function.add(f" if signal.scope is not None and signal.scope is not {scope}: raise")

    def _may_signal(self, body: Body) -> bool:
        """Says whether a #break in there cannot be a `break` of Python: inside a text, or with the loop it names."""
        return any(
            isinstance(one, ast.Call) and ((one.name == "break" and one.arguments) or one.name == "evaluate")
            for one in walk(body)
        ) or any(
            isinstance(one, ast.StringLiteral) and one.parts is not None and "#break" in one.value for one in walk(body)
        )

    def _macro(self, node: ast.Macro) -> None:
        self._known.add(node.name)
        name = self.nested(node.body, "m")
        parameters = tuple(one.name for one in node.parameters if isinstance(one, ast.Reference))
        self.macro_bodies[node.name] = (name, parameters)

    def _call_directive(self, node: ast.Call) -> None:
        match node.name:
            case "stop":
                self.function.add("raise StopSignal", node.span)
            case "break":
                self._break(node)
            case "evaluate" if node.arguments:
                self.function.add(f"R.evaluate({self.value(node.arguments[0])}, c, (e, w))", node.span)
            case _:
                self._call_macro(node)

    def _break(self, node: ast.Call) -> None:
        if node.arguments:
            self.function.add(f"R.leave({self.value(node.arguments[0])})", node.span)
        elif self.function.loops:
            self.function.add("break")
        elif self.function.in_text:
            self.function.add("raise BreakSignal", node.span)
        else:
            self.function.add("return")

    def _call_macro(self, node: ast.Call) -> None:
        name = node.name.removeprefix("@")
        arguments = "".join(f"{self._argument(one)}, " for one in node.arguments or ())
        if name not in self.macros:
            literal = self.slice(node.span)
            self.function.add(f"R.unknown({name!r}, {literal!r}, c, (e, w), ({arguments}))", node.span)
        elif node.body is not None:
            body = self.nested(node.body, "b")
            self.function.add(f"R.call_with_body(R.macros[{name!r}], c, (e, w), {body}, ({arguments}))", node.span)
        else:
            self.function.add(f"R.call(R.macros[{name!r}], c, (e, w), ({arguments}))", node.span)

    def _argument(self, node: ast.Expression) -> str:
        match node:
            case ast.IntegerLiteral() | ast.FloatLiteral() | ast.BooleanLiteral() | ast.StringLiteral(parts=None):
                return self.value(node)
            case ast.Reference(path=()):
                return f"Bound(lambda: g({node.name!r}))"
            case _:
                return f"Bound(lambda: {self.value(node)})"
