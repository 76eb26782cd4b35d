"""YAML events to nodes: the exact reader, and the map of places.

Handles what the fast reader cannot: tags, anchors, merge keys, repeated keys, the spelling of
keys. Works with a stack of its own, so that no depth of a document becomes depth of Python.
"""

from __future__ import annotations

import re
from typing import Any, cast

import yaml
from yaml._yaml import CParser

from specforge.diagnostics import Key, Pointer
from specforge.source import scalars, tags
from specforge.source.building import repeated_key
from specforge.source.model import MOST_PROBLEMS, Bounds, Data, Problem
from specforge.source.nodes import ALIAS, MAPPING, SCALAR, SEQUENCE, Item, Node, split_scalar, wrapped
from specforge.source.text import Lines

_PROPERTIES = re.compile(r"(?:[!&][^\s,\[\]{}]*(?:\s+|$)(?:#[^\n]*\s+)*)+")
_TAG = re.compile(r"![^\s,\[\]{}]*")
_NOT_PRINTABLE = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PRIVATE_USE = range(0xE000, 0xF8FF)
# Line breaks in YAML 1.1, which libyaml reads, but characters like others in YAML 1.2.
_OLD_BREAKS = "\x85\u2028\u2029"


class Composed:
    """The outcome; `root` is kept as far as it goes when the text is not `sound`."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.sound = True
        self.problems: list[Problem] = []


class _StopError(Exception):
    """Ends the composing: the text is unusable from here."""

    def __init__(self, rule: str, message: str, start: int) -> None:
        super().__init__(message)
        self.rule = rule
        self.start = start


class _Frame:
    """A container that has begun; `pending` is the key that waits for its value."""

    __slots__ = ("as_key", "key", "node", "outer", "pending", "seen")

    def __init__(self, node: Node, outer: Node, path: tuple[Key, ...], *, as_key: bool) -> None:
        self.node = node
        self.outer = outer
        self.key = path
        self.as_key = as_key
        self.pending: Item | None = None
        self.seen: dict[str, int] = {}


def compose(lines: Lines, bounds: Bounds) -> Composed:
    """Composes the first document of a YAML text."""
    composer = _Composer(lines, bounds)
    try:
        composer.run()
    except _StopError as stop:
        composer.fail(stop.rule, str(stop), stop.start)
    except yaml.MarkedYAMLError as error:
        composer.fail_syntax(*_fault(error))
    except yaml.YAMLError as error:
        found = _NOT_PRINTABLE.search(lines.text)
        composer.fail("yaml-syntax-error", str(getattr(error, "reason", error)), found.start() if found else 0)
    return composer.composed


def _fault(error: yaml.MarkedYAMLError) -> tuple[str, int]:
    """Returns what libyaml says and where, and what it was in the middle of if that began elsewhere."""
    mark: Any = error.problem_mark or error.context_mark
    begun: Any = error.context_mark
    message = str(error.problem or error.context or "this is no YAML")
    if error.context and begun is not None and begun.line != mark.line:
        message += f" {error.context} that begins on line {begun.line + 1}"
    return message, mark.index if mark else 0


class _Composer:
    def __init__(self, lines: Lines, bounds: Bounds) -> None:
        self.lines = lines
        self.bounds = bounds
        self.composed = Composed()
        self.open: list[_Frame] = []
        self.anchors: dict[str, Node] = {}
        self.stand_ins = _stand_ins(lines.text)

    def run(self) -> None:
        """Reads events up to the end of the first document."""
        text = self.lines.terminated()
        for stand_in, old in self.stand_ins.items():
            text = text.replace(old, stand_in)
        parser = CParser(text)
        steps = {
            yaml.ScalarEvent: self.scalar,
            yaml.AliasEvent: self.alias,
            yaml.SequenceStartEvent: self.begin,
            yaml.MappingStartEvent: self.begin,
            yaml.SequenceEndEvent: self.finish,
            yaml.MappingEndEvent: self.finish,
        }
        while (event := parser.get_event()) is not None:
            step = steps.get(type(event))
            if step is not None:
                step(event)
            elif isinstance(event, yaml.DocumentStartEvent) and self.composed.root is not None:
                mark: Any = event.start_mark
                start: int = mark.index
                message = "the file holds more than one YAML document; only the first is read"
                self.report("multiple-documents", message, (start, start + 3), pointer=())
                return

    # events

    def scalar(self, event: Any) -> None:
        value: str = event.value
        for stand_in, old in self.stand_ins.items():
            value = value.replace(stand_in, old)
        node = Node(SCALAR, event.start_mark.index, event.end_mark.index, value)
        node.style = event.style or None
        tag_place = (node.start, node.start)
        if event.tag is not None or event.anchor is not None:
            tag_place = self.skip_properties(node, event)
        frame = self.open[-1] if self.open else None
        if frame is not None and frame.node.kind == MAPPING and frame.pending is None:
            self.scalar_key(frame, node, event, tag_place)
        else:
            self.scalar_value(node, event, value, tag_place)

    def scalar_key(self, frame: _Frame, node: Node, event: Any, tag_place: tuple[int, int]) -> None:
        value = str(node.data)
        node.closed = True
        self.remember(event.anchor, node)
        item = self.key(frame, value, node.start, node.end)
        if event.tag not in (None, tags.MERGE) and event.tag not in tags.HARMLESS:
            message = f"tag '{tags.shown(event.tag)}' stands on a key; it is ignored"
            self.report("unknown-yaml-tag", message, tag_place, on_key=True)
        if event.tag in (None, tags.MERGE) and node.style is None:
            item.merges = value == "<<"
            if scalars.may_read_otherwise(value):
                self.judge(node, value, on_key=True)

    def scalar_value(self, node: Node, event: Any, value: str, tag_place: tuple[int, int]) -> None:
        plain = node.style is None and event.tag is None
        fault = None
        if plain or event.tag in tags.NUMBERS:
            node.data, fault = scalars.resolve(value)
        elif event.tag == "!GetAtt":
            split_scalar(node, value)
        outer = node if event.tag is None else self.tagged(node, event.tag, tag_place)
        self.link(outer)
        if outer is node and event.anchor is None and self.open:
            self.close_scalar(node)
        else:
            self.remember(event.anchor, outer)
            self.close(node, outer)
        if plain and scalars.may_read_otherwise(value):
            self.judge(node, value, on_key=False)
        if fault is not None:
            self.report("number-out-of-range", fault, (node.start, node.end), pointer=self.pointer_of_last())

    def alias(self, event: Any) -> None:
        node = Node(ALIAS, event.start_mark.index, event.end_mark.index)
        target = self.anchors.get(event.anchor)
        if target is None:
            raise _StopError("yaml-syntax-error", f"alias '{event.anchor}' has no anchor before it", node.start)
        frame = self.open[-1] if self.open else None
        if frame is not None and frame.node.kind == MAPPING and frame.pending is None:
            self.key(frame, str(target.data) if target.kind == SCALAR else event.anchor, node.start, node.end)
            return
        if target.closed:
            node.target = target
            node.data = target.data
            node.size, node.height = target.size, target.height
        self.link(node)
        if not target.closed:
            message = f"alias '{event.anchor}' stands inside its own anchor"
            self.report("alias-cycle", message, (node.start, node.end), pointer=self.pointer_of_last())
        self.close(node, node)

    def begin(self, event: Any) -> None:
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        start, end = event.start_mark.index, event.end_mark.index
        node = Node(MAPPING, start, end, {}) if is_mapping else Node(SEQUENCE, start, end, [])
        node.style = "flow" if event.flow_style else None
        tag_place = self.skip_properties(node, event)
        frame = self.open[-1] if self.open else None
        as_key = frame is not None and frame.node.kind == MAPPING and frame.pending is None
        outer = self.tagged(node, event.tag, tag_place)
        path: tuple[Key, ...] = () if as_key else self.link(outer)
        self.remember(event.anchor, outer)
        if outer is not node:
            path = (*path, outer.items[0].key)
        self.open.append(_Frame(node, outer, path, as_key=as_key))
        if len(self.open) > self.bounds.depth:
            raise self.too_deep(node)

    def finish(self, event: Any) -> None:
        frame = self.open.pop()
        frame.node.end = frame.outer.end = event.end_mark.index
        if frame.node.kind == MAPPING and any(item.merges for item in frame.node.items):
            self.merge(frame)
        if frame.as_key:
            self.complex_key(self.open[-1], frame.node)
        else:
            self.close(frame.node, frame.outer)

    # nodes

    def skip_properties(self, node: Node, event: Any) -> tuple[int, int]:
        """Moves the start of a node behind its tag and anchor; returns where the tag stands."""
        start = node.start
        if event.tag is None and event.anchor is None:
            return start, start
        found = _PROPERTIES.match(self.lines.text, start, max(node.end, start))
        if found is None and node.kind != SCALAR:
            found = _PROPERTIES.match(self.lines.text, start)
        if found is not None:
            node.start = min(found.end(), node.end) if node.kind == SCALAR else found.end()
            node.end = max(node.start, node.end)
        tag = _TAG.search(self.lines.text, start, node.start)
        return tag.span() if tag is not None else (start, start)

    def tagged(self, node: Node, tag: str | None, place: tuple[int, int]) -> Node:
        if tag is None or tag in tags.HARMLESS:
            return node
        long_form = tags.LONG_FORMS.get(tag)
        if long_form is None:
            message = f"tag '{tags.shown(tag)}' is not known; it is ignored"
            self.report("unknown-yaml-tag", message, place, pointer=self.next_pointer())
            return node
        return wrapped(node, long_form, place)

    def link(self, node: Node) -> tuple[Key, ...]:
        """Puts a node into the container that is open; returns the key it has there."""
        if not self.open:
            self.composed.root = node
            return ()
        frame = self.open[-1]
        if frame.node.kind == SEQUENCE:
            frame.node.children.append(node)
            cast("list[Data]", frame.node.data).append(node.data)
            return (len(frame.node.children) - 1,)
        item = cast("Item", frame.pending)
        frame.pending = None
        item.value = node
        cast("dict[str, Data]", frame.node.data)[item.key] = node.data
        return (item.key,)

    def remember(self, anchor: str | None, node: Node) -> None:
        if anchor is not None:
            self.anchors[anchor] = node

    def close(self, node: Node, outer: Node) -> None:
        """Marks a node as complete and checks what it amounts to."""
        node.closed = outer.closed = True
        if outer is not node:
            outer.adopt(node)
        if outer.height > self.bounds.depth:
            raise self.too_deep(outer)
        if outer.size > self.bounds.nodes:
            message = f"the document has more than {self.bounds.nodes} nodes once its aliases are followed"
            raise _StopError("alias-expansion-too-large", message, outer.start)
        if self.open:
            self.open[-1].node.adopt(outer)

    def close_scalar(self, node: Node) -> None:
        """Does what `close` does, for the nodes of which a text has most."""
        node.closed = True
        holder = self.open[-1].node
        holder.size += 1
        holder.height = holder.height or 1

    def too_deep(self, node: Node) -> _StopError:
        return _StopError("document-too-deep", f"the document nests deeper than {self.bounds.depth} levels", node.start)

    # keys

    def key(self, frame: _Frame, key: str, start: int, end: int) -> Item:
        item = Item(key, start, end)
        frame.node.items.append(item)
        frame.pending = item
        first = frame.seen.setdefault(key, start)
        if first != start and key != "<<":
            self.report("duplicate-key", repeated_key(self.lines, key, first), (start, end), on_key=True)
        return item

    def complex_key(self, frame: _Frame, node: Node) -> None:
        text = self.lines.text[node.start : node.end].strip()
        self.key(frame, text, node.start, node.start + len(text))
        self.report("mapping-key-not-scalar", "a key must be a scalar", (node.start, node.end), on_key=True)

    def merge(self, frame: _Frame) -> None:
        """Puts the keys of merged mappings where the merge key stands; own keys win."""
        node = frame.node
        for item in node.items:
            if item.merges and (item.value is None or item.value.sources() is None):
                item.merges = False
                message = "a merge key needs a mapping, or a list of mappings"
                where = (*self.pointer(), *frame.key, item.key)
                self.report("merge-key-without-mapping", message, (item.start, item.end), pointer=where, on_key=True)
        own = {item.key for item in node.items if not item.merges}
        merged: dict[str, Data] = {}
        for item in node.items:
            if not item.merges:
                merged[item.key] = item.value.data if item.value is not None else None
                continue
            for source in (item.value and item.value.sources()) or ():
                pairs = cast("dict[str, Data]", source.data).items()
                merged.update((key, value) for key, value in pairs if key not in own and key not in merged)
        data = cast("dict[str, Data]", node.data)
        data.clear()
        data.update(merged)

    # problems

    def judge(self, node: Node, value: str, *, on_key: bool) -> None:
        other = scalars.find_other_reading(value)
        if other is None:
            return
        pointer = self.next_pointer() if on_key else self.pointer_of_last()
        message = f"'{value[:100]}' without quotes is {other} to readers of YAML 1.1"
        self.report("ambiguous-yaml-scalar", message, (node.start, node.end), pointer=pointer, on_key=on_key)

    def pointer(self) -> Pointer:
        return tuple(key for frame in self.open for key in frame.key)

    def next_pointer(self) -> Pointer:
        """Returns the pointer of the value that comes next."""
        if not self.open:
            return ()
        frame = self.open[-1]
        if frame.node.kind == SEQUENCE:
            return (*self.pointer(), len(frame.node.children))
        return (*self.pointer(), frame.pending.key) if frame.pending is not None else self.pointer()

    def pointer_of_last(self) -> Pointer:
        """Returns the pointer of the value that was put in last."""
        if not self.open:
            return ()
        node = self.open[-1].node
        last: Key = len(node.children) - 1 if node.kind == SEQUENCE else node.items[-1].key
        return (*self.pointer(), last)

    def report(
        self, rule: str, message: str, place: tuple[int, int], *, pointer: Pointer | None = None, on_key: bool = False
    ) -> None:
        if len(self.composed.problems) < MOST_PROBLEMS:
            where = self.next_pointer() if pointer is None else pointer
            span = self.lines.span(*place)
            self.composed.problems.append(Problem(rule, message, where, on_key, span))

    def fail(self, rule: str, message: str, start: int) -> None:
        self.composed.sound = False
        place = (start, min(start + 1, len(self.lines.text)))
        span = self.lines.span(*place)
        self.composed.problems.append(Problem(rule, message, self.pointer(), span=span))

    def fail_syntax(self, message: str, start: int) -> None:
        """Reports what libyaml refuses; a tab in the indentation is the usual hidden cause."""
        tab = _find_tab(self.lines, start)
        if tab is not None:
            self.fail("tab-indentation", "a tab stands in the indentation; YAML takes spaces only", tab)
        elif message.startswith("exceeded max"):
            self.fail("document-too-deep", "the document nests deeper than the YAML parser goes", start)
        else:
            self.fail("yaml-syntax-error", message, start)


def _find_tab(lines: Lines, start: int) -> int | None:
    if lines.text.startswith("\t", start):
        return start
    line = lines.position(start)[0]
    begin = lines.starts[line - 1]
    found = re.compile(r" *\t[\t ]*[^\s#]").match(lines.text, begin)
    return lines.text.index("\t", begin) if found else None


def _stand_ins(text: str) -> dict[str, str]:
    """Returns private characters that stand for what libyaml would take for line breaks."""
    if text.isascii():
        return {}
    free = (chr(code) for code in _PRIVATE_USE if chr(code) not in text)
    return {next(free, old): old for old in _OLD_BREAKS if old in text}
