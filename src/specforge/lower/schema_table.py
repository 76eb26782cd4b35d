"""The names of schemas, and the schemas by name, each built when it is first asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial

from specforge.diagnostics import Entry, Pointer
from specforge.document import Cursor, Document
from specforge.ir import Data, Lazy, Schema
from specforge.lower.alternatives import find_mapping
from specforge.lower.schema_references import references_below
from specforge.lower.schemas import lower_schema

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9._-]+")
# Segments of a pointer that say where a schema stands, not what it is.
_PLACES = frozenset(
    {"schema", "schemas", "items", "properties", "allOf", "oneOf", "anyOf", "not", "additionalProperties", "content"}
    | {"responses", "parameters", "requestBody", "headers", "paths", "components", "definitions", "$defs", "default"}
    | {"get", "put", "post", "delete", "options", "head", "patch", "trace", "prefixItems", "patternProperties"}
)

Place = tuple[Entry, Pointer]


class SchemaTable(Mapping[str, Schema]):
    """The schemas of a document: its components, then what references lead to besides, in document order.

    A component is called by its key. Any other target of a reference gets its name when the first
    such reference is met: all are named then, in document order, so that names do not depend on
    which schema is asked for first.
    """

    def __init__(self, document: Document) -> None:
        self.modern = document.version.major == 3 and document.version.minor >= 1
        self._root = document.root
        swagger = document.version.swagger
        shelf = document.root if swagger else find_mapping(document.root, "components")
        self._prefix = "#/definitions/" if swagger else "#/components/schemas/"
        self._shelf = find_mapping(shelf, "definitions" if swagger else "schemas") if shelf is not None else None
        self._components: Mapping[str, Data] = self._shelf.value if self._shelf is not None else {}
        self._built: dict[str, Schema] = {}
        self._others: dict[str, Cursor] = {}
        self._in_use: set[str] = set()
        self._names: dict[Place, str] = {}
        self._named_all = False
        self._answers: dict[tuple[Entry, str], str | None] = {}

    def __getitem__(self, name: str) -> Schema:
        schema = self._built.get(name)
        if schema is None:
            schema = self._built[name] = self.lower(self._cursor(name))
        return schema

    def __contains__(self, name: object) -> bool:
        return name in self._components or name in self._in_use

    def __iter__(self) -> Iterator[str]:
        """Yields the names, those included that are discovered on the way."""
        yield from self._components
        given: set[str] = set()
        while fresh := [name for name in self._others if name in self._in_use and name not in given]:
            given.update(fresh)
            yield from fresh

    def __len__(self) -> int:
        return len(self._components) + len(self._in_use)

    def lower(self, cursor: Cursor) -> Schema:
        """Returns the schema at a place."""
        return lower_schema(cursor, self)

    def lazy_of(self, cursor: Cursor) -> Lazy[Schema]:
        """Returns the schema at a place, to be built when it is asked for."""
        return Lazy(partial(lower_schema, cursor, self))

    def lazy(self, holder: Cursor, key: str) -> Lazy[Schema] | None:
        """Returns the schema under a key; None when there is none."""
        raw = holder.value
        if not isinstance(raw, dict) or raw.get(key) is None:
            return None
        child = holder.get(key)
        return None if child is None else self.lazy_of(child)

    def name_of(self, reference: str, at: Cursor) -> str | None:
        """Returns the name of what a reference leads to; None when it leads nowhere."""
        if self._is_component(reference, at):
            return reference[len(self._prefix) :]
        asked = (at.entry, reference)
        if asked not in self._answers:
            self._answers[asked] = self._found_name(reference, at)
        return self._answers[asked]

    def _is_component(self, reference: str, at: Cursor) -> bool:
        return (
            reference.startswith(self._prefix)
            and at.entry is self._root.entry
            and reference[len(self._prefix) :] in self._components
        )

    def _cursor(self, name: str) -> Cursor:
        found = self._shelf.get(name) if self._shelf is not None else None
        if found is not None:
            return self._aliased(name, found) or found
        if name in self._in_use:
            return self._others[name]
        raise KeyError(name)

    def _aliased(self, name: str, component: Cursor) -> Cursor | None:
        """Returns what a component stands for that is nothing but a reference to where no component is."""
        if not self._leads_out(component):
            return None
        return component.step() if self.name_of(component.value["$ref"], component) == name else None

    def _leads_out(self, component: Cursor) -> bool:
        raw = component.value
        alone = isinstance(raw, dict) and len(raw) == 1 and isinstance(raw.get("$ref"), str)
        return alone and not self._is_component(raw["$ref"], component)

    def _found_name(self, reference: str, at: Cursor) -> str | None:
        target = at.references.resolve(reference, at)
        if target is None:
            return None
        if not self._named_all:
            self._named_all = True
            self._name_all()
        name = self._named(target)
        if name not in self._components:
            self._in_use.add(name)
        return name

    def _name_all(self) -> None:
        """Names every target of a reference, in document order; components and what they stand for come first."""
        components = list(self._shelf.items()) if self._shelf is not None else []
        self._names = {_place(component): name for name, component in components}
        for name, component in components:
            target = component.step() if self._leads_out(component) else None
            if target is not None:
                self._names.setdefault(_place(target), name)
        pending = [self._root]
        walked: set[int] = set()
        for start in pending:
            for holder in references_below(start, walked):
                reference = holder.value["$ref"]
                target = None if self._is_component(reference, holder) else holder.step()
                if target is not None:
                    self._named(target)
                    pending.append(target)

    def _named(self, target: Cursor) -> str:
        place = _place(target)
        name = self._names.get(place)
        if name is None:
            name = self._names[place] = self._free_name(_spoken(target))
            self._others[name] = target
        return name

    def _free_name(self, wanted: str) -> str:
        name, number = wanted, 2
        while name in self._components or name in self._others:
            name, number = f"{wanted}{number}", number + 1
        return name


def _place(cursor: Cursor) -> Place:
    return cursor.entry, cursor.pointer()


def _spoken(target: Cursor) -> str:
    """Returns what a place is called by: the last key that says what it is, else its file."""
    file = target.entry.file.replace("\\", "/").rpartition("/")[2].partition(".")[0]
    for key in reversed(target.pointer()):
        name = _NOT_IN_NAMES.sub("_", str(key)).strip("_.-")
        if name and key not in _PLACES and not name.isdecimal() and not _is_media_type(key):
            return name
    return _NOT_IN_NAMES.sub("_", file).strip("_.-") or "Schema"


def _is_media_type(key: str | int) -> bool:
    return isinstance(key, str) and key.count("/") == 1 and not key.startswith("/")
