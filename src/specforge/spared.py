"""Imports libraries without the modules that they import for uses which the command line has not.

click imports `inspect` for the default values that a help page shows, jsonschema_rs the whole of `email` to tell when
it was built: together such modules took 15 of the 100 ms of a cold start. A stand-in takes their place while the
library is imported; whatever is asked of it later is asked of the real module, so that nothing is missing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType


class Later(ModuleType):
    """Stands for a module until something of it is asked for that is not given here."""

    def __init__(self, name: str, **given: object) -> None:
        super().__init__(name)
        self.__path__: list[str] = []
        vars(self).update(given)

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r} yet")
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


@contextmanager
def spared(*modules: Later | str) -> Iterator[None]:
    """Lets stand-ins take the place of modules while a library is imported; a mere name seems not to be there at all.

    A module that was imported before stays.
    """
    placed: dict[str, Later | None] = {}
    for module in modules:
        name, stand_in = (module, None) if isinstance(module, str) else (module.__name__, module)
        if name not in sys.modules:
            placed[name] = stand_in
    sys.modules.update(placed)  # type: ignore[arg-type]  # None is how a module is said not to be there
    try:
        yield
    finally:
        for name, stand_in in placed.items():
            if name in sys.modules and sys.modules[name] is stand_in:
                del sys.modules[name]


def later_function(module: str, name: str) -> object:
    """Returns a function that is imported when it is called."""

    def called(*arguments: object, **options: object) -> object:
        return getattr(import_module(module), name)(*arguments, **options)

    return called


def later_class(module: str, name: str) -> type:
    """Returns a class that is imported when it is asked whether something is one of it, or for one of it."""

    class Asking(type):
        def __instancecheck__(cls, instance: object) -> bool:
            return isinstance(instance, getattr(import_module(module), name))

        def __call__(cls, *arguments: object, **options: object) -> object:
            return getattr(import_module(module), name)(*arguments, **options)

    return Asking(name, (), {})
