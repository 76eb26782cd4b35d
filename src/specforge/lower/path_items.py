"""Path items: their keys, through `$ref` and conditions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from specforge.document import Cursor
from specforge.document.cursor import MAX_HOPS
from specforge.ir import When
from specforge.lower.alternatives import MOST_ALTERNATIVES, alternatives
from specforge.source import branches


class PathItem(NamedTuple):
    """A path item under its conditions.

    `layers` are the mappings that its keys come from: its own, then what its `$ref` leads to; a
    key of an earlier layer wins. `place` is where the document lists the path.
    """

    path: str
    place: Cursor
    when: tuple[When, ...]
    layers: tuple[Cursor, ...]

    def entries(self) -> Iterator[tuple[str, Cursor]]:
        """Yields each key with the child that counts, those of the item itself first."""
        seen: set[str] = set()
        for layer in self.layers:
            for key, child in layer.items():
                if key not in seen:
                    seen.add(key)
                    yield key, child


def path_items(root: Cursor) -> Iterator[PathItem]:
    """Yields the path items in the order of the document, one for each branch of a condition."""
    paths = root.get("paths")
    for outer, node in alternatives(paths) if paths is not None else ():
        for path, place in node.items():
            if not path.startswith(("x-", "Fn::", "$ref")):
                for when, layers in _alternatives(place):
                    yield PathItem(path, place, (*outer, *when), layers)


def _alternatives(place: Cursor) -> Iterator[tuple[tuple[When, ...], tuple[Cursor, ...]]]:
    pending: list[tuple[tuple[When, ...], tuple[Cursor, ...], Cursor]] = [((), (), place)]
    for _ in range(MOST_ALTERNATIVES):
        if not pending:
            return
        when, layers, cursor = pending.pop(0)
        for conditions, branch in cursor.branches():
            met = (*when, *(When(condition=name, holds=holds) for name, holds in conditions))
            *own, last = _layers(branch)
            if own and branches(last.value) is not None:
                pending.append((met, (*layers, *own), last))
            elif isinstance(last.value, dict):
                yield met, (*layers, *own, last)


def _layers(branch: Cursor) -> list[Cursor]:
    layers = [branch]
    for _ in range(MAX_HOPS):
        target = layers[-1].step()
        if target is None:
            break
        layers.append(target)
    return layers
