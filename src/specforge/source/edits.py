"""Edits of a document to changes of its text that touch no other line.

Input: a `Source` and `Edit`s. Output: stretches of the text with what replaces them, or None where the text does not
tell how. Edits nothing that stands elsewhere too: never through an alias, a merge key or an anchor in use.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from specforge.diagnostics import Edit, Inside, Pointer, Spot
from specforge.source import layout, spelling
from specforge.source.json_nodes import json_nodes
from specforge.source.model import BOUNDS, Data, Source
from specforge.source.nodes import ALIAS, MAPPING, SCALAR, SEQUENCE, Item, Node

_BREAK = re.compile(r"\r\n?|\n")
_HARMLESS = re.compile(r"[\w.$()/-]+")
PLAIN = "plain"
_QUOTES = ("'", '"')
_BLOCK_SCALARS = ("|", ">")
_SPACES = " \t\r\n"


class Change(NamedTuple):
    """A stretch of a text and what replaces it; `into` is the mapping that a key is put into."""

    start: int
    end: int
    text: str
    into: Pointer | None = None


class _At(NamedTuple):
    """A node with the way to it; `position` counts in the container."""

    node: Node
    parent: Node | None = None
    item: Item | None = None
    position: int = 0
    in_flow: bool = False


class Editor:
    """Works out changes of one text."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._text = source.text
        self._json = source.format == "json"
        self._root = _root(source)
        self._shared = _shared(self._root)
        found = _BREAK.search(self._text)
        self._break = found[0] if found else "\n"

    def changes(self, edit: Edit) -> tuple[Change, ...] | None:
        """Returns the changes that an edit amounts to; None where there are none that are safe."""
        if isinstance(edit.origin, Spot):
            return None
        at = self._find(edit.origin.pointer())
        if at is None:
            return None
        if isinstance(edit.origin, Inside):
            return self._replace_inside(at.node, edit.origin, edit.value)
        steps = {
            "replace-value": self._replace,
            "rename-key": self._rename,
            "insert-key": self._insert,
            "remove": self._remove,
        }
        return steps[edit.kind](at, edit)

    # the way to a node

    def _find(self, pointer: Pointer) -> _At | None:
        node = self._root
        at = _At(node) if node is not None else None
        for key in pointer:
            if at is None or at.node.kind == ALIAS or id(at.node) in self._shared:
                return None
            at = self._step(at, key)
        return None if at is None or id(at.node) in self._shared else at

    def _step(self, at: _At, key: str | int) -> _At | None:
        parent = at.node
        in_flow = at.in_flow or parent.style == "flow"
        if parent.kind == SEQUENCE and isinstance(key, int) and key < len(parent.children):
            return _At(parent.children[key], parent, None, key, in_flow)
        for index in range(len(parent.items) - 1, -1, -1):
            item = parent.items[index]
            if item.key == str(key) and not item.merges and item.value is not None:
                return _At(item.value, parent, item, index, in_flow)
        return None

    def _is_tag(self, item: Item) -> bool:
        """Tells whether a key is the short tag of a CloudFormation function."""
        return self._text.startswith("!", item.start)

    # the four kinds of edits

    def _replace(self, at: _At, edit: Edit) -> tuple[Change, ...] | None:
        node, value = at.node, edit.value
        if self._json:
            text = self._json_value(value)
        elif node.kind == SCALAR and node.style not in _BLOCK_SCALARS and node.start < self._end(node):
            is_scalar = not isinstance(value, dict | list)
            in_flow = at.in_flow
            text = layout.scalar(value, node.style, in_flow=in_flow) if is_scalar else layout.flow(value, node.style)
        elif node.style == "flow":
            text = layout.flow(value)
        else:
            return None
        return (Change(node.start, self._end(node), text),)

    def _replace_inside(self, node: Node, stretch: Inside, value: Data) -> tuple[Change, ...] | None:
        if node.kind != SCALAR or not isinstance(node.data, str) or not isinstance(value, str):
            return None
        place = (node.start, self._end(node))
        offsets = spelling.offsets(self._text, place, node.style or PLAIN, node.data)
        if offsets is None or not stretch.start < stretch.end < len(offsets):
            return None
        start, end = offsets[stretch.start], offsets[stretch.end - 1] + 1
        old = node.data[stretch.start : stretch.end]
        if self._text[start:end] != old or not _HARMLESS.fullmatch(value):
            return None
        return (Change(start, end, value),)

    def _rename(self, at: _At, edit: Edit) -> tuple[Change, ...] | None:
        item, parent = at.item, at.parent
        if item is None or parent is None or self._is_tag(item) or any(one.key == edit.key for one in parent.items):
            return None
        first = self._text[item.start]
        if self._json:
            text = self._json_value(edit.key)
        elif first in "*?&":
            return None
        else:
            text = layout.scalar(edit.key, first if first in _QUOTES else None, in_flow=at.in_flow)
        return (Change(item.start, item.end, text),)

    def _insert(self, at: _At, edit: Edit) -> tuple[Change, ...] | None:
        node = at.node
        if node.kind != MAPPING or any(item.key == edit.key or self._is_tag(item) for item in node.items):
            return None
        if node.style not in ("json", "flow"):
            return self._insert_in_block(at, edit)
        if node.items:
            return self._insert_in_flow(at, edit)
        if self._text[node.start + 1 : node.end - 1].strip():
            return None
        pair = self._pair(edit, self._spacing(node), None)
        return (Change(node.start, node.end, "{" + pair + "}"),)

    def _insert_in_block(self, at: _At, edit: Edit) -> tuple[Change, ...] | None:
        indent = self._column(at.node.items[0].start) if at.node.items else 0
        outer = self._column(at.item.start) if at.item is not None else 0
        unit = indent - outer if 0 < indent - outer <= 8 else 2
        lines = layout.block(edit.key, edit.value, " " * indent, " " * unit)
        end = self._source.lines.line_end(self._end(at.node))
        text = "".join(self._break + line for line in lines)
        return (Change(end, end, text, edit.origin.pointer()),)

    def _insert_in_flow(self, at: _At, edit: Edit) -> tuple[Change, ...] | None:
        last = at.node.items[-1]
        end = self._value_end(last)
        into = edit.origin.pointer()
        if not self._begins_line(last.start):
            pair = self._pair(edit, self._spacing(at.node), None)
            return (Change(end, end, f",{self._comma(at.node)}{pair}", into),)
        start = self._line_start(last.start)
        indent = self._text[start : last.start]
        outer = self._text[self._line_start(at.node.start) :]
        unit = indent[len(outer) - len(outer.lstrip(" \t")) :] or "  "
        pair = self._pair(edit, self._spacing(at.node), unit).replace("\n", self._break + indent)
        rest = self._text[end : self._source.lines.line_end(end)]
        if not rest.strip():
            return (Change(end, end, f",{self._break}{indent}{pair}", into),)
        if not re.fullmatch(r"[ \t]*,?(?:[ \t]+#.*|[ \t]*)", rest):
            return None
        line_end = end + len(rest)
        if rest.lstrip().startswith(","):
            return (Change(line_end, line_end, f"{self._break}{indent}{pair},", into),)
        return Change(end, end, ",", into), Change(line_end, line_end, f"{self._break}{indent}{pair}", into)

    def _remove(self, at: _At, edit: Edit) -> tuple[Change, ...] | None:
        del edit
        parent = at.parent
        if parent is None or (at.item is not None and self._is_tag(at.item)):
            return None
        if parent.style in ("json", "flow"):
            return self._remove_from_flow(at, parent)
        return self._remove_lines(at, parent)

    def _remove_lines(self, at: _At, parent: Node) -> tuple[Change, ...] | None:
        count = len(parent.items) or len(parent.children)
        start = at.item.start if at.item is not None else at.node.start
        line = self._line_start(start)
        mark = r"[ ]*" if at.item is not None else r"[ ]*-[ ]+"
        if count < 2 or not re.fullmatch(mark, self._text[line:start]):
            return None
        end = self._source.lines.line_end(self._end(at.node))
        after = _BREAK.match(self._text, end)
        if after is not None:
            return (Change(line, after.end(), ""),)
        return (Change(line - len(self._break) if line else 0, end, ""),)

    def _remove_from_flow(self, at: _At, parent: Node) -> tuple[Change, ...] | None:
        starts = [item.start for item in parent.items] or [child.start for child in parent.children]
        last = at.position == len(starts) - 1
        if not last:
            start, end = starts[at.position], starts[at.position + 1]
        else:
            before = self._before(parent, at.position)
            start, end = before if before is not None else starts[0], self._node_end(at)
        if "#" in self._text[start : starts[at.position]] or "#" in self._text[self._node_end(at) : end]:
            return None
        return (Change(start, end, ""),)

    def _before(self, parent: Node, index: int) -> int | None:
        """Returns where what stands before an element ends."""
        if index == 0:
            return None
        return self._value_end(parent.items[index - 1]) if parent.items else self._end(parent.children[index - 1])

    # how the text is laid out

    def _pair(self, edit: Edit, colon: str, unit: str | None) -> str:
        if not self._json:
            return f"{layout.scalar(edit.key, in_flow=True)}: {layout.flow(edit.value)}"
        return f"{self._json_value(edit.key)}:{colon}{self._json_value(edit.value, colon=colon, unit=unit)}"

    def _json_value(self, value: Data, *, colon: str = " ", unit: str | None = None) -> str:
        comma = "," if unit is not None else f",{colon}"
        return layout.json_value(value, ascii_only=self._text.isascii(), separators=(comma, f":{colon}"), indent=unit)

    def _spacing(self, node: Node) -> str:
        """Returns what stands behind the colons of a flow mapping, or of the nearest that there is."""
        item = next(iter(node.items or (self._root.items if self._root is not None else ())), None)
        if item is None or item.value is None:
            return " "
        between = self._text[item.end : item.value.start]
        return " " if not self._json or between.endswith((" ", "\n", "\r", "\t")) else ""

    def _comma(self, node: Node) -> str:
        if len(node.items) < 2:
            return self._spacing(node)
        between = self._text[self._value_end(node.items[-2]) : node.items[-1].start]
        return " " if between.endswith(_SPACES[0]) or not self._json else ""

    def _end(self, node: Node) -> int:
        """Returns where the text of a node ends, without the comments and lines that follow."""
        if node.kind not in (SCALAR, ALIAS) and node.style not in ("json", "flow"):
            if node.items:
                return self._value_end(node.items[-1])
            if node.children:
                return self._end(node.children[-1])
        return self._trimmed(node.start, node.end)

    def _node_end(self, at: _At) -> int:
        return self._value_end(at.item) if at.item is not None else self._end(at.node)

    def _value_end(self, item: Item) -> int:
        return max(item.end, self._end(item.value)) if item.value is not None else item.end

    def _trimmed(self, start: int, end: int) -> int:
        while end > start and self._text[end - 1] in _SPACES:
            end -= 1
        return end

    def _line_start(self, offset: int) -> int:
        lines = self._source.lines
        return lines.starts[lines.position(offset)[0] - 1]

    def _column(self, offset: int) -> int:
        return self._source.lines.position(offset)[1] - 1

    def _begins_line(self, offset: int) -> bool:
        return not self._text[self._line_start(offset) : offset].strip()


def applied(text: str, changes: Iterable[Change]) -> str:
    """Returns the text with changes made that do not overlap; those at one place in the order given."""
    pieces: list[str] = []
    at = 0
    for change in sorted(changes, key=lambda one: (one.start, one.end)):
        pieces += (text[at : change.start], change.text)
        at = change.end
    return "".join((*pieces, text[at:]))


def collide(one: Change, other: Change) -> bool:
    """Tells whether two changes cannot be made together.

    Keys that are put into one mapping at the same place can.
    """
    if one.start == other.start and one.end == other.end == one.start:
        return one.into is None or one.into != other.into
    return one.start <= other.end and other.start <= one.end


def edited(data: Data, edits: Sequence[Edit]) -> Data:
    """Returns a copy of the data with edits made: what the text must say once it has been changed.

    Raises LookupError when there is no such place.
    """
    root: list[Any] = [json.loads(json.dumps(data))]
    for edit in edits:
        pointer = edit.origin.pointer()
        holder: Any = root
        key: str | int = 0
        for step in pointer:
            holder, key = holder[key], step
        _edit(holder, key, edit)
    changed: Data = root[0]
    return changed


def same(one: Data, other: Data) -> bool:
    """Tells whether two values are equal to the type: 1 is neither 1.0 nor true."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def _edit(holder: Any, key: str | int, edit: Edit) -> None:
    if isinstance(edit.origin, Inside):
        text: str = holder[key]
        holder[key] = text[: edit.origin.start] + edit.value + text[edit.origin.end :]
    elif edit.kind == "replace-value":
        holder[key] = edit.value
    elif edit.kind == "insert-key":
        holder[key][edit.key] = edit.value
    elif edit.kind == "rename-key":
        holder[edit.key] = holder.pop(key)
    else:
        del holder[key]


def _root(source: Source) -> Node | None:
    if not source.sound:
        return None
    if source.format == "json":
        return json_nodes(source.text)
    from specforge.source.composer import compose  # lazy: 30 ms

    return source.root or compose(source.lines, BOUNDS).root


def _shared(root: Node | None) -> frozenset[int]:
    """Returns the nodes that an alias stands for."""
    return frozenset(id(node.target) for node in _walk(root) if node.target is not None)


def _walk(root: Node | None) -> Iterator[Node]:
    open_ = [root] if root is not None else []
    while open_:
        node = open_.pop()
        yield node
        open_.extend(node.children)
        open_.extend(item.value for item in node.items if item.value is not None)
