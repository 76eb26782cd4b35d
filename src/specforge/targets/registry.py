"""The targets in the order in which they are listed and built; each is imported on first use.

Targets of other packages come by the entry point `specforge.targets`, one each, named as the target is.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from specforge.errors import ConfigError
from specforge.plugins import EntryPoint, entry_points
from specforge.targets.target import Target

NAMES = (
    "openapi",
    "openapi-public",
    "mapping-templates",
    "sam",
    "cloudformation",
    "terraform",
    "python-client",
    "python-models",
    "docs",
)
GROUP = "specforge.targets"


def names() -> tuple[str, ...]:
    """Returns all targets: ours, then those of other packages."""
    others = tuple(point.name for point in entry_points(GROUP))
    taken = [name for name in others if name in NAMES or others.count(name) > 1]
    if taken:
        raise ConfigError(f"a package offers the target {taken[0]}, whose name is taken")
    return NAMES + others


def load(name: str) -> Target[Any]:
    """Returns the target of that name.

    Raises ConfigError, naming the nearest spelling, when there is none.
    """
    if name not in names():
        raise ConfigError(f"there is no target {name!r}{nearest(name)}")
    for point in entry_points(GROUP):
        if point.name == name:
            return _loaded(point)
    target: Target[Any] = import_module(f"specforge.targets.{name.replace('-', '_')}.target").TARGET
    return target


def _loaded(point: EntryPoint) -> Target[Any]:
    found = point.load()
    if not isinstance(found, Target) or found.name != point.name:
        raise ConfigError(f"the package {point.package} offers no target under {point.name}")
    return found


def nearest(name: str) -> str:
    """Returns `; did you mean x?` for a name that is no target; without a near one, all there are."""
    from difflib import get_close_matches  # lazy: 3 ms, on the error path only

    near = get_close_matches(name, names(), 1)
    return f"; did you mean {near[0]}?" if near else f"; there are {', '.join(names())}"
