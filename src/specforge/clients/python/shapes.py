"""What a schema amounts to once references, unions with null and `allOf` are seen through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specforge.ir import AllOf, Enum, Named, Object, OneOf, Property, Scalar, Schema

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


def members_of(schema: OneOf, schemas: Schemas, path: frozenset[str] = frozenset()) -> Iterator[Schema]:
    """Yields the members of a union without null; a union inside that nothing names is taken apart.

    So is one that contains itself, as no type can: `path` holds the names of those that are taken apart.
    """
    for member in schema.members:
        if is_null(member):
            continue
        if isinstance(member, OneOf) and member.discriminator is None:
            yield from members_of(member, schemas, path)
        elif isinstance(member, Named) and _reaches(member, member.name, schemas):
            settled = target(member, schemas)
            if member.name not in path and isinstance(settled, OneOf):
                yield from members_of(settled, schemas, path | {member.name})
        else:
            yield member


def _reaches(schema: Schema, name: str, schemas: Schemas, seen: frozenset[str] = frozenset()) -> bool:
    """Tells whether a schema contains a named one as itself: through references and members of unions alone."""
    match schema:
        case Named(name=other):
            if other == name and seen:
                return True
            if other in seen or other not in schemas:
                return False
            return _reaches(schemas[other], name, schemas, seen | {other})
        case OneOf(members=members):
            return any(_reaches(member, name, schemas, seen) for member in members)
        case AllOf(members=members):
            return len(members) == 1 and _reaches(members[0], name, schemas, seen)
        case _:
            return False


def find_merged(schema: AllOf, schemas: Schemas) -> tuple[Property, ...] | None:
    """Returns the properties of all members of an `allOf`; None when none of them is an object with properties.

    A later member refines an earlier one; what only some members of a union have is optional.
    """
    merger = _Merger(schemas)
    merger.add(schema, frozenset())
    if not merger.merged:
        return None
    return tuple(
        prop if prop.required or prop.name not in merger.required else _required(prop)
        for prop in merger.merged.values()
    )


class _Merger:
    """Collects the properties of the members of an `allOf`."""

    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas
        self.merged: dict[str, Property] = {}
        self.required: set[str] = set()

    def add(self, schema: Schema, path: frozenset[str]) -> None:
        """Adds what a member has; `path` holds the names on the way to it."""
        match schema:
            case Named(name=name):
                if name in self._schemas and name not in path:
                    self.add(self._schemas[name], path | {name})
            case AllOf(members=members):
                for member in members:
                    self.add(member, path)
            case Object():
                self.required.update(schema.required)
                for prop in schema.properties:
                    _add(prop, self.merged)
            case OneOf(members=members):
                for member in members:
                    self._add_variant(member, path)
            case _:
                return

    def _add_variant(self, member: Schema, path: frozenset[str]) -> None:
        inner = _Merger(self._schemas)
        inner.add(member, path)
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
