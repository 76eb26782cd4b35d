"""The targets in the order in which they are listed and built; each is imported on first use."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from specforge.errors import ConfigError
from specforge.targets.target import Target

NAMES = ("openapi", "mapping-templates", "sam", "terraform", "python-client", "docs")


def load(name: str) -> Target[Any]:
    """Returns the target of that name.

    Raises ConfigError, naming the nearest spelling, when there is none.
    """
    if name not in NAMES:
        raise ConfigError(f"there is no target {name!r}{nearest(name)}")
    target: Target[Any] = import_module(f"specforge.targets.{name.replace('-', '_')}.target").TARGET
    return target


def nearest(name: str) -> str:
    """Returns `; did you mean x?` for a name that is no target; without a near one, all there are."""
    from difflib import get_close_matches  # lazy: 3 ms, on the error path only

    near = get_close_matches(name, NAMES, 1)
    return f"; did you mean {near[0]}?" if near else f"; there are {', '.join(NAMES)}"
