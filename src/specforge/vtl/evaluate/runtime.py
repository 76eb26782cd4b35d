"""The part of a rendering that compiled templates call: printing, loops, macros, blocks, #evaluate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from specforge.vtl.budget import (
    LIMIT,
    MAX_CALLS,
    MAX_EVALUATED,
    MAX_ITEMS,
    METHOD,
    Budget,
    EvaluationError,
)  # fmt: skip
from specforge.vtl.evaluate.loops import Scope, plain_rounds, rounds, rounds_of
from specforge.vtl.java import printing
from specforge.vtl.java.numbers import to_whole
from specforge.vtl.java.types import ArrayList, to_key
from specforge.vtl.library.dispatch import set_item, set_property
from specforge.vtl.library.scopes import MAX_BLOCK_DEPTH, Block, ForeachScope

Print = Callable[[str], object]
Extend = Callable[[tuple[str, ...]], object]


Body = Callable[["Runtime", Scope, Extend, Print], None]
Evaluator = Callable[[str], tuple[Body, Mapping[str, "Macro"]]]


class Macro:
    """Is a compiled macro."""

    __slots__ = ("body", "name", "parameters")

    def __init__(self, name: str, parameters: tuple[str, ...], body: Body) -> None:
        self.name = name
        self.parameters = parameters
        self.body = body


class StopSignal(Exception):  # noqa: N818  # no error: a way out
    """Ends the whole template: #stop."""


class BreakSignal(Exception):  # noqa: N818  # no error: a way out
    """Ends a loop or block that the #break does not stand in directly; `scope` is the loop it names."""

    def __init__(self, scope: object = None) -> None:
        super().__init__()
        self.scope = scope


class Bound:
    """Is an argument of a macro that is evaluated whenever it is read."""

    __slots__ = ("literal", "read")

    def __init__(self, read: Callable[[], object], literal: str) -> None:
        self.read = read
        self.literal = literal


class MacroScope:
    """Is the context inside a macro: arguments by name; what the macro sets, the caller sees too."""

    __slots__ = ("_bound", "_inner", "_local")

    def __init__(self, inner: Scope) -> None:
        self._inner = inner
        self._local: dict[str, object] = {}
        self._bound: dict[str, Bound] = {}

    def bind(self, name: str, argument: object) -> None:
        """Gives a parameter its argument."""
        if isinstance(argument, Bound):
            self._bound[name] = argument
            self._local[f".literal.${name}"] = argument.literal
        else:
            self._local[name] = argument

    def get(self, name: str) -> object:
        """Returns a variable."""
        value = self._local.get(name)
        if value is not None:
            return value
        bound = self._bound.get(name)
        return bound.read() if bound is not None else self._inner.get(name)

    def pop(self, name: str, default: None) -> object:
        """Forgets a variable, an argument too."""
        self._bound.pop(name, None)
        local = self._local.pop(name, None)
        inner = self._inner.pop(name, default)
        return local if local is not None else inner

    def __setitem__(self, name: str, value: object) -> None:
        """Sets a variable here and for the caller."""
        self._local[name] = value
        self._inner[name] = value


class Runtime(Budget):
    """Is one rendering."""

    __slots__ = ("_calls", "_depth", "_evaluator", "macros")

    def __init__(self, evaluator: Evaluator) -> None:
        super().__init__()
        self.macros: dict[str, Macro] = {}
        self._calls = 0
        self._depth = 0
        self._evaluator = evaluator

    def text(self, value: object) -> str:
        """Returns what a reference prints."""
        if type(value) is str:
            return value
        if value is None:
            return ""
        return printing.text(value, self)

    def text_or(self, value: object, literal: str, scope: Scope) -> str:
        """Returns what a reference prints; its own text for a block that would print itself again and again."""
        if isinstance(value, Block):
            found = value.find_text(self, scope)
            return literal if found is None else found
        return self.text(value)

    def join(self, parts: tuple[str, ...]) -> str:
        """Returns an interpolated text."""
        joined = "".join(parts)
        self.spend_text(len(joined))
        return joined

    def capture(self, body: Body, scope: Scope) -> str:
        """Returns what a block prints."""
        self._enter()
        parts: list[str] = []
        try:
            body(self, scope, parts.extend, parts.append)
        finally:
            self._depth -= 1
        self.spend_text(sum(map(len, parts)))
        return "".join(parts)

    def print(self, value: object, literal: str, scope: Scope, printers: tuple[Extend, Print]) -> None:
        """Prints a reference; a block goes straight to the output, so that what it printed before a #stop stays."""
        if not isinstance(value, Block):
            printers[1](self.text(value))
        elif not value.print_with(*printers, scope):
            printers[1](literal)

    def leave(self, scope: object) -> None:
        """Leaves the loop that a #break names."""
        if not isinstance(scope, ForeachScope):
            raise EvaluationError(METHOD, "what #break names is not a valid Scope instance")
        raise BreakSignal(scope)

    def block(self, body: Body, scope: Scope, limit: int = MAX_BLOCK_DEPTH) -> Block:
        """Returns what #define keeps."""

        def run(where: Scope, extend: Extend, write: Print) -> None:
            self._enter()
            try:
                body(self, where, extend, write)
            except BreakSignal as signal:
                if signal.scope is not None:
                    raise
            finally:
                self._depth -= 1

        return Block(run, scope, limit)

    def _enter(self) -> None:
        self._depth += 1
        self.spend(10)
        if self._depth > 60:
            raise EvaluationError(LIMIT, "blocks, macros and #evaluate are nested too deep")

    def loop(self, scope: Scope, name: str, source: object, cost: int, uses: str) -> Iterable[object]:
        """Goes through what #foreach was given, with the variables that the template uses; pays for the rounds."""
        items = rounds_of(self, source, cost)
        if not items:
            return ()
        if not uses:
            return plain_rounds(scope, name, items)
        return rounds(scope, name, items, source, uses)

    def goes_on(self, signal: BreakSignal) -> bool:
        """Says whether a #break leaves another loop than the one that has just ended."""
        return signal.scope is not None and not (isinstance(signal.scope, ForeachScope) and signal.scope.has_ended)

    def range_of(self, first: object, last: object) -> ArrayList | None:
        """Returns `[first..last]`, or None where one is no whole number."""
        if not isinstance(first, int | float) or not isinstance(last, int | float):
            return None
        if isinstance(first, bool) or isinstance(last, bool):
            return None
        begin, end = to_whole(first, 32), to_whole(last, 32)
        step = 1 if end >= begin else -1
        if abs(end - begin) >= MAX_ITEMS:
            raise EvaluationError(LIMIT, f"a range may have no more than {MAX_ITEMS} numbers")
        self.spend_items(abs(end - begin))
        return ArrayList(range(begin, end + step, step))

    def map_of(self, *pairs: object) -> dict[object, object]:
        """Returns a map literal whose keys are not all texts."""
        return {to_key(key): value for key, value in zip(pairs[::2], pairs[1::2], strict=True)}

    def set_property(self, owner: object, name: str, value: object) -> None:
        """Does `#set($owner.name = value)`."""
        set_property(self, owner, name, value)

    def set_item(self, owner: object, key: object, value: object) -> None:
        """Does `#set($owner[key] = value)`."""
        set_item(self, owner, key, value)

    def call(self, macro: Macro, scope: Scope, printers: tuple[Extend, Print], arguments: tuple[object, ...]) -> None:
        """Renders a macro; missing arguments are looked up outside, what is too many is dropped."""
        inner = MacroScope(scope)
        for name, argument in zip(macro.parameters, arguments, strict=False):
            inner.bind(name, argument)
        self._run(macro, inner, printers)

    def call_with_body(
        self, macro: Macro, scope: Scope, printers: tuple[Extend, Print], body: Body, arguments: tuple[object, ...]
    ) -> None:
        """Renders a macro that gets a body: `#@name() ... #end`."""
        inner = MacroScope(scope)
        for name, argument in zip(macro.parameters, arguments, strict=False):
            inner.bind(name, argument)
        inner.bind("bodyContent", self.block(body, scope, MAX_CALLS))
        self._run(macro, inner, printers)

    def _run(self, macro: Macro, inner: MacroScope, printers: tuple[Extend, Print]) -> None:
        if self._calls >= MAX_CALLS:
            raise EvaluationError(LIMIT, f"macros call each other more than {MAX_CALLS} levels deep (#{macro.name})")
        self._calls += 1
        self.spend(20)
        try:
            macro.body(self, inner, *printers)
        except BreakSignal as signal:
            if signal.scope is not None:
                raise
        finally:
            self._calls -= 1

    def evaluate(self, value: object, scope: Scope, printers: tuple[Extend, Print]) -> None:
        """Renders a text as a template: #evaluate."""
        source = self.text(value)
        if len(source) > MAX_EVALUATED:
            raise EvaluationError(LIMIT, f"#evaluate takes no more than {MAX_EVALUATED} characters")
        self.spend(100 + 30 * len(source))
        self._enter()
        try:
            body, macros = self._evaluator(source)
            self.macros.update(macros)
            body(self, scope, *printers)
        except BreakSignal as signal:
            if signal.scope is not None:
                raise
        except StopSignal:
            # Velocity's #stop ends the text that #evaluate was given, not the template around it.
            return
        finally:
            self._depth -= 1

    def unknown(
        self, name: str, literal: str, scope: Scope, printers: tuple[Extend, Print], arguments: tuple[object, ...]
    ) -> None:
        """Renders a macro that only an #evaluate may have defined; its text where there is none."""
        macro = self.macros.get(name)
        if macro is None:
            printers[1](literal)
        else:
            self.call(macro, scope, printers, arguments)
