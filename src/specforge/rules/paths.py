"""Where the path of an operation stands."""

from __future__ import annotations

from specforge.diagnostics import Origin
from specforge.ir import Operation


def path_origin(operation: Operation) -> Origin:
    """Returns the path item under `paths` that an operation belongs to, also when it is in another file."""
    for origin in (operation.origin, *(hop.origin for hop in operation.origin.hops())):
        node: Origin | None = origin
        while node is not None:
            if node.key == operation.path and node.parent is not None and node.parent.key == "paths":
                return node
            node = node.parent
    return operation.origin
