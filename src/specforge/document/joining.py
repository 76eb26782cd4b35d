"""One tree out of the trees of many files.

Input: a document and a tree for each of its files, plain or with comments. Output: one tree whose references stay
inside; what other files hold is listed with the components under stable names, or written out where OpenAPI knows no
such list. Must not change the document; the trees are its own.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import Any

from specforge.diagnostics import Entry, Pointer
from specforge.document.cursor import Cursor
from specforge.document.document import Document
from specforge.document.positions import DATA, SCHEMA_REFERENCE, SECTIONS, SECTIONS_2, kind_below
from specforge.errors import ConfigError
from specforge.source import Source

REFERENCE = "$ref"
_SEPARATORS = re.compile(r"[^A-Za-z0-9]+")
_REMOTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")


class Joined:
    """The one tree, and the references in it that lead nowhere."""

    def __init__(self, document: Document, trees: Callable[[Source], Any], copy: Callable[[Any], Any]) -> None:
        self.unresolved: dict[str, None] = {}
        self._references = document.references
        self._sections = SECTIONS_2 if document.version.major == 2 else SECTIONS
        self._home = document.root.entry
        self._base = document.root.pointer()
        self._sources = {source.entry: source for source in document.references.sources}
        self._trees = trees
        self._copied = copy
        self._grown: dict[Entry, Any] = {}
        self._names: dict[tuple[Entry, Pointer, str], str] = {}
        self._pending: list[tuple[Any, str, str, Cursor]] = []
        self._seen: dict[int, Any] = {}
        self._inlining: list[tuple[Entry, Pointer]] = []
        self.tree = self._find(document.root)
        self._adopt()
        self._drain()
        self._walk([self.tree], 0, "document", self._home)
        self._drain()

    def _drain(self) -> None:
        while self._pending:
            listed, name, kind, target = self._pending.pop(0)
            box = [self._copy(target)]
            self._walk(box, 0, kind, target.entry)
            listed[name] = box[0]

    def _copy(self, target: Cursor) -> Any:
        return self._copied(self._find(target))

    def _find(self, target: Cursor) -> Any:
        entry = target.entry
        if entry not in self._grown:
            self._grown[entry] = self._trees(self._sources[entry])
        node = self._grown[entry]
        for key in target.pointer():
            if isinstance(node, list) and isinstance(key, str):
                continue  # `!If [...]`, which plain data spells {"Fn::If": [...]}
            node = node[key]
        return node

    def _adopt(self) -> None:
        """Lets a component that only refers to another file be what it refers to, under the name that it has."""
        for kind, section in self._sections.items():
            listed = self._section(section)
            for name in list(listed or ()):
                target = self._outside(listed[name], self._home)
                key = None if target is None else (target.entry, target.pointer(), kind)
                if target is None or key is None or key in self._names:
                    continue
                self._names[key] = f"#/{'/'.join(section)}/{_escaped(name)}"
                listed[name] = None  # until it has been walked, as a part of its own file
                self._pending.append((listed, name, kind, target))

    def _section(self, section: tuple[str, ...]) -> Any:
        node = self.tree
        for key in section:
            node = node.get(key) if isinstance(node, dict) else None
        return node if isinstance(node, dict) else None

    def _outside(self, node: Any, entry: Entry) -> Cursor | None:
        """Returns what a node names in another file, if it does nothing else."""
        if not isinstance(node, dict) or list(node) != [REFERENCE] or not isinstance(node[REFERENCE], str):
            return None
        target = self._resolve(node[REFERENCE], entry)
        return None if target is None or self._is_home(target) else target

    def _resolve(self, reference: Any, entry: Entry) -> Cursor | None:
        target = self._references.resolve(str(reference), self._references.top(entry))
        if target is not None and target.entry not in self._sources:
            self._sources.update((source.entry, source) for source in self._references.sources)
        return target if target is not None and self._sources[target.entry].sound else None

    def _is_home(self, target: Cursor) -> bool:
        return target.entry is self._home and target.pointer()[: len(self._base)] == self._base

    def _walk(self, holder: Any, key: Any, kind: str, entry: Entry) -> None:
        node = holder[key]
        if kind == SCHEMA_REFERENCE and isinstance(node, str):
            self._remap(holder, key, entry)
        target = self._outside(node, entry) if kind == DATA else None
        if target is not None:  # no part of OpenAPI, and yet what tools that join files do with an example
            holder[key] = self._copy(target)
        if kind == DATA or not isinstance(node, dict | list) or id(node) in self._seen:
            return
        self._seen[id(node)] = node  # kept, so that no other node gets its id
        if isinstance(node, list):
            for index in range(len(node)):
                self._walk(node, index, kind_below(kind, index), entry)
            return
        if isinstance(node.get(REFERENCE), str):
            self._refer(holder, key, kind, entry)
            node = holder[key]
        for name in list(node) if isinstance(node, dict) else ():
            self._walk(node, name, kind_below(kind, str(name)), entry)

    def _refer(self, holder: Any, key: Any, kind: str, entry: Entry) -> None:
        node = holder[key]
        reference = str(node[REFERENCE])
        target = self._resolve(reference, entry)
        if target is None:
            node[REFERENCE] = self._moved(reference, entry)
            self.unresolved[node[REFERENCE]] = None
        elif self._is_home(target):
            if entry is not self._home or not reference.startswith("#"):
                node[REFERENCE] = "#" + self._path(target)
        elif kind in self._sections:
            node[REFERENCE] = self._listed(target, kind)
        else:
            self._write_out(holder, key, kind, target)

    def _path(self, target: Cursor) -> str:
        return "".join(f"/{_escaped(str(part))}" for part in target.pointer()[len(self._base) :])

    def _moved(self, reference: str, entry: Entry) -> str:
        """Returns a reference that leads nowhere as it is spelled from the document."""
        home, here = self._sources[self._home].path, self._sources[entry].path
        if entry is self._home or home is None or here is None or _REMOTE.match(reference):
            return reference
        location, mark, fragment = reference.partition("#")
        place = os.path.join(os.path.dirname(here), location) if location else here
        return os.path.relpath(place, os.path.dirname(home)).replace(os.sep, "/") + mark + fragment

    def _listed(self, target: Cursor, kind: str) -> str:
        """Returns the reference to what another file holds, which is listed with the components if it was not yet."""
        key = (target.entry, target.pointer(), kind)
        if key not in self._names:
            section = self._sections[kind]
            listed = self.tree
            for step in section:
                if not isinstance(listed.get(step), dict):
                    listed[step] = type(self.tree)()
                listed = listed[step]
            name = next(one for one in _names(target) if one not in listed)
            self._names[key] = f"#/{'/'.join(section)}/{name}"
            listed[name] = None  # until it has been walked, as a part of its own file
            self._pending.append((listed, name, kind, target))
        return self._names[key]

    def _write_out(self, holder: Any, key: Any, kind: str, target: Cursor) -> None:
        """Puts what another file holds in the place of the reference; what stands beside the reference wins."""
        place = (target.entry, target.pointer())
        if place in self._inlining:
            raise ConfigError(f"{target.entry.file}#{target.path()} holds itself where OpenAPI lists no components")
        self._inlining.append(place)
        written = [self._copy(target)]
        self._walk(written, 0, kind, target.entry)
        self._inlining.pop()
        node = holder[key]
        if len(node) == 1 or not isinstance(written[0], dict):
            holder[key] = written[0]
            return
        del node[REFERENCE]
        for name, value in written[0].items():
            if name not in node:
                node[name] = value
                self._finish(value)

    def _finish(self, value: Any) -> None:
        if isinstance(value, dict | list):
            self._seen[id(value)] = value

    def _remap(self, holder: Any, key: Any, entry: Entry) -> None:
        """Rewrites the value of a discriminator's mapping, which is a schema's name or a reference to it."""
        text = str(holder[key])
        target = self._resolve(text if "/" in text or "." in text else f"#/components/schemas/{text}", entry)
        if target is None:
            return
        if not self._is_home(target):
            holder[key] = self._listed(target, "schema")
        elif entry is not self._home:
            holder[key] = "#" + self._path(target)


def _names(target: Cursor) -> Any:
    """Yields names for a component, the best first; API Gateway wants letters and digits."""
    stem = _plain(os.path.basename(target.entry.file).partition(".")[0])
    words = [_plain(str(key)) for key in target.pointer()]
    own = words[-1] if words else stem
    if own.isdigit():
        own = "".join(words[-2:])
    yield own or "part"
    yield f"{stem}{own[:1].upper()}{own[1:]}"
    number = 2
    while True:
        yield f"{own or 'part'}{number}"
        number += 1


def _plain(text: str) -> str:
    """Returns the letters and digits of a name.

    >>> _plain("order-item")
    'orderItem'
    """
    first, *rest = _SEPARATORS.split(text)
    return first + "".join(word[:1].upper() + word[1:] for word in rest)


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")
