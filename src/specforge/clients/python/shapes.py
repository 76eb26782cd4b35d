"""What a schema amounts to once references, unions with null and `allOf` are seen through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from specforge.ir import AllOf, Array, Enum, Named, Object, OneOf, Property, Scalar, Schema

Schemas = Mapping[str, Schema]


def target(schema: Schema, schemas: Schemas) -> Schema:
    """Returns what a chain of references leads to; the last reference when it goes in a circle or nowhere."""
    seen: set[str] = set()
    while isinstance(schema, Named) and schema.name in schemas and schema.name not in seen:
        seen.add(schema.name)
        schema = schemas[schema.name]
    return schema


def is_object(schema: Object) -> bool:
    """Tells whether an object has properties of its own, so that it becomes a class."""
    return bool(schema.properties)


def is_null(schema: Schema) -> bool:
    """Tells whether a schema allows null alone."""
    return (isinstance(schema, Scalar) and schema.type == "null") or (
        isinstance(schema, Enum) and schema.values == (None,)
    )


def is_nullable(schema: Schema, schemas: Schemas, depth: int = 0) -> bool:
    """Tells whether null is allowed: by the schema itself, by what it refers to, or by a member of a union."""
    if schema.nullable or is_null(schema):
        return True
    if depth > 16:
        return False
    match schema:
        case Named():
            settled = target(schema, schemas)
            return not isinstance(settled, Named) and is_nullable(settled, schemas, depth + 1)
        case OneOf(members=members):
            return any(is_nullable(member, schemas, depth + 1) for member in members)
        case AllOf(members=members):
            return len(members) == 1 and is_nullable(members[0], schemas, depth + 1)
        case Enum(values=values):
            return None in values
        case _:
            return False


def members_of(schema: OneOf, schemas: Schemas, apart: set[str] | None = None) -> Iterator[Schema]:
    """Yields the members of a union without null; a union inside that nothing names is taken apart.

    So is one that contains itself, as no type can: `apart` holds the names of those that are taken apart, each once.
    """
    apart = set() if apart is None else apart
    for member in schema.members:
        if is_null(member):
            continue
        if isinstance(member, OneOf) and member.discriminator is None:
            yield from members_of(member, schemas, apart)
        elif isinstance(member, Named) and _contains_itself(member.name, schemas):
            settled = target(member, schemas)
            if member.name not in apart and isinstance(settled, OneOf):
                apart.add(member.name)
                yield from members_of(settled, schemas, apart)
        else:
            yield member


def _contains_itself(name: str, schemas: Schemas) -> bool:
    """Tells whether a named schema contains itself as itself: through references and members of unions alone."""
    seen: set[str] = set()
    waiting = [schemas[name]] if name in schemas else []
    while waiting:
        match waiting.pop():
            case Named(name=other):
                if other == name:
                    return True
                if other not in seen and other in schemas:
                    seen.add(other)
                    waiting.append(schemas[other])
            case OneOf(members=members):
                waiting.extend(members)
            case AllOf(members=(member,)):
                waiting.append(member)
            case _:
                continue
    return False


def find_merged(schema: AllOf, schemas: Schemas) -> tuple[Property, ...] | None:
    """Returns the properties of all members of an `allOf`; None when none of them is an object with properties.

    A later member refines an earlier one; what only some members of a union have is optional.
    """
    merger = _Merger(schemas, {})
    merger.add(schema)
    if not merger.merged:
        return None
    return tuple(
        prop if prop.required or prop.name not in merger.required else _required(prop)
        for prop in merger.merged.values()
    )


class _Merger:
    """Collects the properties of the members of an `allOf`; `named` holds what named schemas have, looked at once."""

    def __init__(self, schemas: Schemas, named: dict[str, _Merger]) -> None:
        self._schemas = schemas
        self._named = named
        self.merged: dict[str, Property] = {}
        self.required: set[str] = set()

    def add(self, schema: Schema) -> None:
        """Adds what a member has."""
        match schema:
            case Named(name=name):
                if name in self._schemas:
                    self._take(self._properties_of(name))
            case AllOf(members=members):
                for member in members:
                    self.add(member)
            case Object():
                self.required.update(schema.required)
                for prop in schema.properties:
                    _add(prop, self.merged)
            case OneOf(members=members):
                for member in members:
                    self._add_variant(member)
            case _:
                return

    def _properties_of(self, name: str) -> _Merger:
        """Returns what a named schema has; nothing for one that is being looked at, further up."""
        if name not in self._named:
            found = self._named[name] = _Merger(self._schemas, self._named)
            found.add(self._schemas[name])
        return self._named[name]

    def _take(self, other: _Merger) -> None:
        self.required.update(other.required)
        for prop in tuple(other.merged.values()):
            _add(prop, self.merged)

    def _add_variant(self, member: Schema) -> None:
        inner = _Merger(self._schemas, self._named)
        inner.add(member)
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
