"""Looks variables up and follows properties: what compiled templates do most, each in one call of a bound function."""

from __future__ import annotations

from collections.abc import Callable

from specforge.vtl.evaluate.loops import Scope
from specforge.vtl.evaluate.runtime import Runtime
from specforge.vtl.library.dispatch import call, find_property
from specforge.vtl.library.scopes import ForeachScope

Bindings = tuple[Callable[..., object], ...]


def bind(runtime: Runtime, scope: Scope) -> Bindings:  # noqa: C901  # seven short functions over the same variables
    """Returns g, S, D, V, N, K, L and H for the variables of one scope; no property there is called `class`."""
    get, text = scope.get, runtime.text

    def find(name: str, *properties: str) -> object:
        """Returns `$name.a.b`, or None."""
        value = get(name)
        for one in properties:
            if type(value) is dict:
                value = value.get(one)
            elif value is None:
                return None
            else:
                value = find_property(runtime, value, one)
        return value

    def read(name: str, *properties: str) -> object:
        """Returns `$name.a.b`, or an empty text."""
        value = find(name, *properties)
        return "" if value is None else value

    def show(name: str, *properties: str) -> str:
        """Returns what `$name.a.b` prints."""
        value = get(name)
        for one in properties:
            if type(value) is dict:
                value = value.get(one)
            elif value is None:
                return ""
            else:
                value = find_property(runtime, value, one)
        return value if type(value) is str else text(value)

    def read_call(name: str, key: str, *arguments: object) -> object:
        """Returns what `$name.method(arguments)` returns, or an empty text."""
        value = call(runtime, get(name), key, *arguments)
        return "" if value is None else value

    def show_call(name: str, key: str, *arguments: object) -> str:
        """Returns what `$name.method(arguments)` prints."""
        value = call(runtime, get(name), key, *arguments)
        return value if type(value) is str else text(value)

    def has_next() -> bool:
        """Says whether `$foreach.hasNext` counts as true."""
        loop = get("foreach")
        return loop.has_next() if type(loop) is ForeachScope else find("foreach", "hasNext") is not False

    return get, text, show, find, read, read_call, show_call, has_next
