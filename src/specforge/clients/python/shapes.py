"""What a schema amounts to once `allOf` is seen through, and what lies below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from specforge.ir import AllOf, Array, Named, Object, OneOf, Property, Schema

Schemas = Mapping[str, Schema]

DEEPEST = 100
MOST_MERGED = 300_000
"""How many named schemas may follow each other in `allOf`, and how many properties are joined for a client in all."""


class TooLargeError(Exception):
    """The schemas of an `allOf` are too many to be joined."""


def is_object(schema: Object) -> bool:
    """Tells whether an object has properties of its own, so that it becomes a class."""
    return bool(schema.properties)


class Merging:
    """Joins the members of each `allOf` of an API; bounded, as schemas that all use each other have no end."""

    def __init__(self, schemas: Schemas) -> None:
        self.schemas = schemas
        self.left = MOST_MERGED

    def find_merged(self, schema: AllOf) -> tuple[Property, ...] | None:
        """Returns the properties of all members of an `allOf`; None when none of them is an object with properties.

        A later member refines an earlier one; what only some members of a union have is optional.
        """
        merger = _Merger(self, {})
        merger.add(schema, 0)
        if not merger.merged:
            return None
        return tuple(
            prop if prop.required or prop.name not in merger.required else _required(prop)
            for prop in merger.merged.values()
        )

    def spend(self, effort: int) -> None:
        """Takes note of work."""
        if effort > self.left:
            raise TooLargeError
        self.left -= effort


class _Merger:
    """Collects the properties of the members of an `allOf`; `named` holds what named schemas have, looked at once."""

    def __init__(self, merging: Merging, named: dict[str, _Merger]) -> None:
        self._merging = merging
        self._named = named
        self.merged: dict[str, Property] = {}
        self.required: set[str] = set()

    def add(self, schema: Schema, depth: int) -> None:
        """Adds what a member has."""
        match schema:
            case Named(name=name):
                if name in self._merging.schemas:
                    self._take(self._properties_of(name, depth))
            case AllOf(members=members):
                for member in members:
                    self.add(member, depth + 1)
            case Object():
                self._merging.spend(len(schema.properties))
                self.required.update(schema.required)
                for prop in schema.properties:
                    _add(prop, self.merged)
            case OneOf(members=members):
                for member in members:
                    self._add_variant(member, depth + 1)
            case _:
                return

    def _properties_of(self, name: str, depth: int) -> _Merger:
        """Returns what a named schema has; nothing for one that is being looked at, further up."""
        if name not in self._named:
            if depth > DEEPEST:
                raise TooLargeError
            found = self._named[name] = _Merger(self._merging, self._named)
            found.add(self._merging.schemas[name], depth + 1)
        return self._named[name]

    def _take(self, other: _Merger) -> None:
        self._merging.spend(len(other.merged))
        self.required.update(other.required)
        for prop in tuple(other.merged.values()):
            _add(prop, self.merged)

    def _add_variant(self, member: Schema, depth: int) -> None:
        inner = _Merger(self._merging, self._named)
        inner.add(member, depth)
        for name, prop in inner.merged.items():
            self.merged.setdefault(name, _optional(prop))


def _add(prop: Property, merged: dict[str, Property]) -> None:
    earlier = merged.get(prop.name)
    is_required = prop.required or (earlier is not None and earlier.required)
    merged[prop.name] = _required(prop) if is_required and not prop.required else prop


def _required(prop: Property) -> Property:
    return Property(name=prop.name, schema=prop.schema, required=True, origin=prop.origin)


def _optional(prop: Property) -> Property:
    return Property(name=prop.name, schema=prop.schema, required=False, origin=prop.origin)


def names_below(roots: Iterable[Schema], schemas: Schemas) -> frozenset[str]:
    """Returns the names of all schemas that can be reached from some schemas."""
    found: set[str] = set()
    waiting = list(roots)
    while waiting:
        schema = waiting.pop()
        if isinstance(schema, Named):
            if schema.name not in found and schema.name in schemas:
                found.add(schema.name)
                waiting.append(schemas[schema.name])
        else:
            waiting.extend(_parts(schema))
    return frozenset(found)


def _parts(schema: Schema) -> Iterator[Schema]:
    match schema:
        case Object(properties=properties, additional=additional):
            yield from (prop.schema for prop in properties)
            if not isinstance(additional, bool):
                yield additional
        case Array(items=items, prefix_items=prefix_items):
            yield items
            yield from prefix_items
        case OneOf(members=members) | AllOf(members=members):
            yield from members
        case _:
            return
