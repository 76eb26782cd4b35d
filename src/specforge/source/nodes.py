"""The nodes of a YAML text: plain data with the offsets where it stands."""

from __future__ import annotations

from specforge.source.model import Data

SCALAR, SEQUENCE, MAPPING, ALIAS = range(4)


class Item:
    """One pair of a mapping: the key, where the key stands, and the value."""

    __slots__ = ("end", "key", "merges", "start", "value")

    def __init__(self, key: str, start: int, end: int, value: Node | None = None) -> None:
        self.key = key
        self.start = start
        self.end = end
        self.value = value
        self.merges = False


class Node:
    """One node; `data` is complete once it is `closed`; `size` and `height` count through aliases."""

    __slots__ = ("children", "closed", "data", "end", "height", "items", "kind", "size", "start", "style", "target")

    def __init__(self, kind: int, start: int, end: int, data: Data = None) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.data = data
        self.closed = False
        self.size = 1
        self.height = 0
        self.style: str | None = None
        self.items: list[Item] = [] if kind == MAPPING else _NO_ITEMS
        self.children: list[Node] = [] if kind == SEQUENCE else _NO_CHILDREN
        self.target: Node | None = None

    def real(self) -> Node:
        """Returns the node itself, or what the alias stands for."""
        return self.target or self

    def adopt(self, child: Node) -> None:
        """Counts a finished child."""
        self.size += child.size
        self.height = max(self.height, child.height + 1)

    def sources(self) -> list[Node] | None:
        """Returns the mappings that a merge key with this value merges; None when it has others."""
        node = self.real()
        found = [child.real() for child in node.children] if node.kind == SEQUENCE else [node]
        return found if all(source.kind == MAPPING for source in found) else None


# Shared by the many nodes that can have none: nothing is ever added to them.
_NO_ITEMS: list[Item] = []
_NO_CHILDREN: list[Node] = []


def wrapped(inner: Node, long_form: str, tag: tuple[int, int]) -> Node:
    """Returns the mapping with one key that a tagged node stands for."""
    outer = Node(MAPPING, tag[0], inner.end, {long_form: inner.data})
    outer.items = [Item(long_form, *tag, inner)]
    return outer


def split_scalar(node: Node, text: str) -> None:
    """Turns the scalar `A.B` into the sequence of its two halves, each at its own place."""
    head, dot, tail = text.partition(".")
    quote = 1 if node.style else 0
    start = node.start + quote
    node.children = [Node(SCALAR, start, start + len(head), head)]
    if dot:
        start += len(head) + 1
        node.children.append(Node(SCALAR, start, max(start, node.end - quote), tail))
    node.kind = SEQUENCE
    node.data = [child.data for child in node.children]
    node.size += len(node.children)
    node.height = 1
