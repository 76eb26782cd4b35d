"""A compiled template, what it is rendered with, and what comes out.

In: plain data. Out: the text, the overrides, and problems with their place. It never raises and changes nothing of the
caller's.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from types import TracebackType
from typing import cast

from msgspec import Struct, field

from specforge.vtl import ast
from specforge.vtl.budget import LIMIT, SYNTAX, EvaluationError
from specforge.vtl.errors import RenderProblem, describe
from specforge.vtl.evaluate import operators, reading
from specforge.vtl.evaluate.loops import Scope
from specforge.vtl.evaluate.runtime import Body, Bound, BreakSignal, Macro, Runtime, StopSignal
from specforge.vtl.evaluate.statements import Generator
from specforge.vtl.java import utf16
from specforge.vtl.java.types import ArrayList
from specforge.vtl.library.context import Overrides, build_context, read_overrides
from specforge.vtl.library.dispatch import call, find_item, find_property
from specforge.vtl.library.input import Input
from specforge.vtl.library.util_functions import Util
from specforge.vtl.parser import parse
from specforge.vtl.tokens import Span

_FILE = "<mapping template>"
_TOO_COMPLEX = "the template is nested too deep to be run"


class Switches(Struct, frozen=True):
    """Decides what AWS's sources disagree on; see COMPATIBILITY.md."""

    empty_body_path_is_null: bool = False
    """`$input.path('$')` of an empty body: `{}` as recorded in 2015, or null as LocalStack's reporter saw it."""
    parse_json_keeps_numbers: bool = False
    """`$util.parseJson('5')`: an empty text as reported in 2016, or 5 as LocalStack has it."""
    overrides_may_repeat: bool = False
    """Overriding a parameter twice in one template: an error as the developer guide says, or the last one counts."""


class Context(Struct, frozen=True):
    """Is what a template is rendered with."""

    body: str = ""
    params: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """Has the maps `path`, `querystring` and `header`."""
    context: Mapping[str, object] = field(default_factory=dict)
    stage_variables: Mapping[str, object] = field(default_factory=dict)


class Rendering(Struct, frozen=True):
    """Is what a template printed and which overrides it left; where `errors` is not empty there is no output."""

    output: str
    overrides: Overrides
    errors: tuple[RenderProblem, ...] = ()


class Template:
    """Is a compiled template; it can be rendered any number of times."""

    __slots__ = ("_body", "_changes_data", "_has_overrides", "_macros", "_marks", "_namespace", "errors", "text")

    def __init__(self, text: str, *, is_evaluated: bool = False) -> None:
        self.text = text
        self.errors: tuple[RenderProblem, ...] = ()
        self._body: Body = _print_nothing
        self._marks: tuple[Span | None, ...] = ()
        self._macros: dict[str, Macro] = {}
        self._changes_data = self._has_overrides = False
        self._namespace: dict[str, object] = {}
        parsed = parse(text)
        if parsed.errors:
            self.errors = tuple(describe(text, one.kind, one.message, one.start, one.end) for one in parsed.errors)
            return
        try:
            self._compile(parsed.ast, is_evaluated=is_evaluated)
        except (RecursionError, MemoryError, SyntaxError):
            self.errors = (describe(text, LIMIT, _TOO_COMPLEX, 0, len(text)),)

    def _compile(self, body: tuple[ast.Statement, ...], *, is_evaluated: bool) -> None:
        generator = Generator(self.text, body, is_evaluated=is_evaluated)
        module = generator.generate(body)
        namespace = dict(_NAMES)
        exec(compile(module.text(), _FILE, "exec", dont_inherit=True), namespace)  # noqa: S102  # our own source
        # Kept out of its own globals, or every template would be a reference cycle.
        self._body = cast("Body", namespace.pop("root"))
        self._namespace = namespace
        self._marks = module.marks()
        self._changes_data = generator.features.changes_data
        self._has_overrides = generator.features.has_overrides
        for name, (function, parameters) in generator.macro_bodies.items():
            self._macros[name] = Macro(name, parameters, cast("Body", namespace[function]))

    def render(self, context: Context | None = None, switches: Switches | None = None) -> Rendering:
        """Renders the template; what goes wrong is in the errors of the result."""
        context, switches = context or _NO_CONTEXT, switches or _DEFAULT
        own = build_context(
            context.context, with_overrides=self._has_overrides, allows_twice=switches.overrides_may_repeat
        )
        if self.errors:
            return Rendering("", read_overrides(own), self.errors)
        scope: dict[str, object] = {
            "input": Input(
                context.body,
                context.params,
                is_shared=not self._changes_data,
                null_for_empty=switches.empty_body_path_is_null,
            ),
            "util": Util(parses_numbers=switches.parse_json_keeps_numbers),
            "context": own,
            "stageVariables": dict(context.stage_variables),
        }
        try:
            output = self._print(scope)
        except EvaluationError as error:
            problem = self._problem(error.kind, error.message, error.__traceback__)
        except RecursionError as error:
            problem = self._problem(LIMIT, "the rendering is nested too deep", error.__traceback__)
        else:
            return Rendering(output, read_overrides(own))
        return Rendering("", read_overrides(own), (problem,))

    def _print(self, scope: Scope) -> str:
        runtime = Runtime(_evaluated)
        if self._macros:
            runtime.macros.update(self._macros)
        parts: list[str] = []
        with suppress(StopSignal, BreakSignal):
            self._body(runtime, scope, parts.extend, parts.append)
        if len(parts) > _FEW:
            runtime.spend_text(sum(map(len, parts)))
        printed = "".join(parts)
        runtime.spend_text(len(printed))
        return utf16.printable(printed)

    def _problem(self, kind: str, message: str, traceback: TracebackType | None) -> RenderProblem:
        span = Span(0, 0)
        while traceback is not None:
            if traceback.tb_frame.f_globals is self._namespace:
                span = self._marks[traceback.tb_lineno - 1] or span
            traceback = traceback.tb_next
        return describe(self.text, kind, message, span.start, span.end)


def _print_nothing(_: Runtime, __: Scope, ___: object, ____: object) -> None:
    """Is the body of a template with errors."""


_FEW = 16
_NO_CONTEXT = Context()
_DEFAULT = Switches()
_NAMES: dict[str, object] = {
    "__builtins__": {"enumerate": enumerate, "float": float, "len": len, "str": str, "type": type},
    "A": ArrayList,
    "Bound": Bound,
    "BreakSignal": BreakSignal,
    "C": call,
    "B": reading.bind,
    "P": find_property,
    "StopSignal": StopSignal,
    "X": find_item,
    "add": operators.add,
    "compute": operators.compute,
    "different": operators.different,
    "is_ordered": operators.is_ordered,
    "same": operators.same,
}


def compile_(text: str) -> Template:
    """Compiles a template; what is wrong with it is in its errors, and in those of every rendering."""
    return Template(text)


@lru_cache(maxsize=128)
def _evaluated(text: str) -> tuple[Body, Mapping[str, Macro]]:
    """Compiles what #evaluate was given."""
    template = Template(text, is_evaluated=True)
    if template.errors:
        first = template.errors[0]
        raise EvaluationError(SYNTAX, f"#evaluate: {first.message} (line {first.line}, column {first.column})")
    return template._body, template._macros  # noqa: SLF001  # its own class
