"""Pointers to offsets in a YAML text, by walking its nodes."""

from __future__ import annotations

from specforge.diagnostics import Key, Pointer
from specforge.source.building import collector_paused
from specforge.source.composer import compose
from specforge.source.model import Bounds
from specforge.source.nodes import ALIAS, MAPPING, SCALAR, SEQUENCE, Item, Node
from specforge.source.text import Lines

Stretch = tuple[int, int]
Hops = tuple[tuple[str, int, int], ...]
# The style by which `spelling` decodes a scalar; plain scalars have none in libyaml.
PLAIN = "plain"


class Tree:
    """The nodes of one text: those that reading has made, else made here."""

    def __init__(self, lines: Lines, bounds: Bounds, root: Node | None = None) -> None:
        self._lines = lines
        self._root = root
        if root is None:
            with collector_paused(len(lines.text)):
                self._root = compose(lines, bounds).root
        self._indexes: dict[int, dict[str, Item]] = {}

    def find(self, pointer: Pointer) -> tuple[Stretch, Stretch, str | None, str, Hops]:
        """Returns key, value, string, style and hops of a pointer, or of its longest prefix that exists."""
        node = self._root
        if node is None:
            return (0, 0), (0, 0), None, "", ()
        key_place = self._short(node)
        hops: Hops = ()
        for key in pointer:
            if node.kind == ALIAS:
                hops = (*hops, ("alias", node.start, node.end))
                node = node.real()
            step = self._step(node, key)
            if step is None:
                break
            child, place, merges = step
            node, hops = child, hops + merges
            key_place = place or self._short(child)
        start, end = self._short(node)
        value_place = (start, end) if end > start else key_place
        string = node.data if node.kind == SCALAR and isinstance(node.data, str) else None
        return key_place, value_place, string, node.style or PLAIN, hops

    def _step(self, node: Node, key: Key) -> tuple[Node, Stretch | None, Hops] | None:
        if node.kind == SEQUENCE:
            if isinstance(key, int) and 0 <= key < len(node.children):
                return node.children[key], None, ()
            return None
        if node.kind != MAPPING:
            return None
        return self._item(node, str(key), ())

    def _item(self, node: Node, key: str, hops: Hops) -> tuple[Node, Stretch, Hops] | None:
        index = self._indexes.get(id(node))
        if index is None:
            index = {item.key: item for item in node.items if not item.merges}
            self._indexes[id(node)] = index
        item = index.get(key)
        if item is not None:
            return (item.value, (item.start, item.end), hops) if item.value is not None else None
        for merging in node.items:
            sources = merging.value.sources() if merging.merges and merging.value is not None else None
            for source in sources or ():
                if isinstance(source.data, dict) and key in source.data:
                    return self._item(source, key, (*hops, ("merge", merging.start, merging.end)))
        return None

    def _short(self, node: Node) -> Stretch:
        """Returns the stretch that a code frame marks: a scalar, or what a container begins with."""
        if node.kind in (SCALAR, ALIAS):
            return node.start, self._trimmed(node.start, node.end)
        end = min(max(node.end, node.start + 1), self._lines.line_end(node.start))
        if node.kind == MAPPING and node.items and node.items[0].start >= node.start:
            end = min(end, node.items[0].end)
        return node.start, self._trimmed(node.start, end)

    def _trimmed(self, start: int, end: int) -> int:
        return start + len(self._lines.text[start:end].rstrip(" \t\r\n"))
