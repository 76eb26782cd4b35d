"""Writes the statements of a template as Python statements."""

from __future__ import annotations

import re

from specforge.vtl import ast, directives
from specforge.vtl.evaluate import prefixes
from specforge.vtl.evaluate.expressions import BINDINGS, Expressions, may_be_null
from specforge.vtl.evaluate.loops import CHECKED, COUNTED, FORESEEN, SCOPED
from specforge.vtl.evaluate.source import MAX_INDENT, MAX_LOOPS, Function, Module
from specforge.vtl.names import ROOTS
from specforge.vtl.references import walk
from specforge.vtl.tokens import Span

_CONTROLS = frozenset(("if", "else", "elseif", "end"))
_NAMED = directives.NEED_ARGUMENTS | {"break", "stop"}
_NEXT_DIRECTIVE = re.compile(r"#(?:\{(?P<bracketed>if|else|elseif|end)\}|(?P<word>[A-Za-z_@][A-Za-z0-9_@]*))")
_PRINTED = ast.Text | ast.Verbatim | ast.Escapes | ast.EscapedDirective | ast.Reference | ast.Literal
_CHANGE = re.compile(
    r"\.(?:add|addAll|clear|put|putAll|putIfAbsent|remove|removeAll|replace|retainAll|set|setValue|next)\b"
    r"|set\}?\s*\(\s*[$!{]+(?!context\b)[\w-]+\s*[.\[]"
    r"|set\}?\s*\(\s*[$!{]+context\s*(?:\.[\w-]+|\[[^]]*\])\s*\}?\s*="
)
_NAMED_BY_VALUE = re.compile(r"context\}?\s*(?:\[|\.\s*(?:get|keySet|values|entrySet)|[^.\w])")
_EXIT = re.compile(r"stop|break\}?\s*\(")
_LOOP_NAMES = {
    SCOPED: re.compile(r"\$!?\{?foreach"),
    COUNTED: re.compile("velocityCount"),
    FORESEEN: re.compile("velocityHasNext"),
}
_ASSIGNED_ROOT = re.compile(rf"\(\s*[$!{{]+(?:{'|'.join(sorted(ROOTS))})\}}?\s*(?:=[^=]|in\b|\))")

Body = tuple[ast.Statement, ...]


class Features:
    """Is what a template may use, so that the rest costs nothing; found in its text, so rather too much."""

    def __init__(self, text: str, *, is_evaluated: bool) -> None:
        self.has_evaluate = "evaluate" in text
        unknown = self.has_evaluate or is_evaluated
        self.changes_data = unknown or _CHANGE.search(text) is not None
        self.has_blocks = unknown or "define" in text or "bodyContent" in text
        self.has_exits = _EXIT.search(text) is not None
        self.loop = "".join(one for one, pattern in _LOOP_NAMES.items() if unknown or pattern.search(text) is not None)
        if self.changes_data:
            self.loop += CHECKED
        self.assigned = ROOTS if unknown or "macro" in text or _ASSIGNED_ROOT.search(text) else frozenset()
        # The word may be put together too, so every member of $context that a value names counts.
        self.has_overrides = unknown or "verride" in text or _NAMED_BY_VALUE.search(text) is not None
        self.may_signal = unknown or "break" in text


class Generator(Expressions):
    """Writes a whole template."""

    def __init__(self, text: str, body: Body, *, is_evaluated: bool = False) -> None:
        self.features = Features(text, is_evaluated=is_evaluated)
        macros = (node.name for node in walk(body) if isinstance(node, ast.Macro)) if "macro" in text else ()
        super().__init__(text, frozenset(macros), self.features.assigned)
        self.macro_bodies: dict[str, tuple[str, tuple[str, ...]]] = {}
        self._known: set[str] = set()

    def generate(self, body: Body) -> Module:
        """Writes all functions."""
        self._open(self.function)
        self.body(body)
        self._close(self.function)
        return self.module

    def _open(self, function: Function) -> None:
        function.add(BINDINGS)

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
                printed.append((self.slice(node.span), None))
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
                printed.append((value, None))
            case ast.Escapes(value=value):
                halved = is_last or self._directive_follows(node.span.end)
                printed.append((value[: len(value) // 2] if halved else value, None))
            case ast.EscapedDirective(value=value):
                printed.append((self._unescaped(value), None))
            case ast.Literal(body=body):
                if body:
                    printed.append((self.slice(Span(body[0].span.start, body[-1].span.end)), None))
            case ast.Reference():
                printed.extend(self.printed_reference(node))

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

    def printed_reference(self, node: ast.Reference) -> list[tuple[str, Span | None]]:
        """Writes what a reference prints: constants, and Python expressions with the place of the reference."""
        prefix = prefixes.read(node)
        if prefix.runt is not None:
            return [(prefix.runt, None)]
        before: list[tuple[str, Span | None]] = [(prefix.before, None)] if prefix.before else []
        if not prefix.is_reference:
            return before
        literal = self._literal(node, prefix)
        if prefix.is_escaped:
            if not node.path and self.macros and literal == f"${node.name}":
                # An escaped parameter of a macro prints as the argument is spelled.
                return [*before, (f"(g('.literal.{literal}') or {literal!r})", node.span)]
            if not node.path:
                return [*before, (literal, None)]
            return [*before, (f"({self.chain(node)}, {literal!r})[1]", node.span)]
        if self.features.has_blocks and not node.path:
            return [*before, (f"R.text_or(g({node.name!r}), {('' if node.quiet else literal)!r}, c)", node.span)]
        return [*before, (self.shown(node), node.span)]

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
        constant = ""
        for part, span in printed:
            if span is None:
                constant += part
            else:
                if constant:
                    parts.append((repr(constant), None))
                    constant = ""
                parts.append((part, span))
        if constant:
            parts.append((repr(constant), None))
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
                parts_ = (repr(one) if span is None else one for one, span in printed)
                return f"R.join(({', '.join(parts_)},))" if printed else "''"
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
        if not target.path and (target.formal or target.quiet):
            # Velocity 1.7 sets a variable called "{" or "!x" here, which no reference can read.
            self.function.add(value, node.span)
        elif not target.path:
            if may_be_null(node.value):
                self.function.add(f"if (v := {value}) is not None: c[{target.name!r}] = v", node.span)
            else:
                self.function.add(f"c[{target.name!r}] = {value}", node.span)
        else:
            self._set_member(target, value, node)

    def _set_member(self, target: ast.Reference, value: str, node: ast.Set) -> None:
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
        if self.function.indent >= MAX_INDENT or self.function.loops >= MAX_LOOPS:
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
        function = self.function
        name = node.item.name if isinstance(node.item, ast.Reference) else ""
        source = self.value(node.source) if node.source is not None else "None"
        cost = (node.span.end - node.span.start >> 3) + 1
        catches = self.features.may_signal and self._may_signal(node.body)
        if catches:
            function.add("try:")
            function.indent += 1
        function.add(f"for v in R.loop(c, {name!r}, {source}, {cost}, {self.features.loop!r}):", node.span)
        function.indent += 1
        function.loops += 1
        self.body(node.body, is_closed=True)
        function.loops -= 1
        function.indent -= 1
        if catches:
            function.indent -= 1
            function.add("except BreakSignal as signal:")
            function.add(" if R.goes_on(signal): raise")

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
                return f"Bound(lambda: g({node.name!r}), {self.slice(node.span)!r})"
            case _:
                return f"Bound(lambda: {self.value(node)}, {self.slice(node.span)!r})"
