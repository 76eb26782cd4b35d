"""Schema Objects of OpenAPI 2.0, 3.0 and 3.1 to one kind of schema.

Input: the cursor of a schema. Output: an ir.Schema whose `$ref`s are names. Must not resolve what
a name stands for, so that recursion of the document is no recursion here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import msgspec

from specforge.document import Cursor
from specforge.ir import (
    PLAIN,
    AllOf,
    Annotations,
    Anything,
    Data,
    Discriminator,
    InvalidSchema,
    Named,
    Not,
    Nothing,
    OneOf,
    Scalar,
    Schema,
)
from specforge.lower.schema_keywords import ANNOTATIONS, COMPOSING, KEYWORDS, RESTRICTING, annotations_of, extra_of
from specforge.lower.schema_types import Common, lower_typed
from specforge.source import branches, intrinsic_of

# Schemas nest a dozen levels at most in real documents; what goes deeper is read as malformed,
# so that every later stage may walk a schema by recursion.
MOST_NESTING = 100


class Names(Protocol):
    """Knows how schemas are called; `modern` is true where keywords beside `$ref` count (3.1)."""

    modern: bool

    def name_of(self, reference: str, at: Cursor) -> str | None:
        """Returns the name of what a reference leads to; None when it leads nowhere."""
        ...


def lower_schema(cursor: Cursor, names: Names, depth: int = 0) -> Schema:
    """Returns the schema at a place; InvalidSchema when it is malformed."""
    raw = cursor.value
    if isinstance(raw, bool):
        return Anything(origin=cursor) if raw else Nothing(origin=cursor)
    if not isinstance(raw, dict) or depth > MOST_NESTING:
        return InvalidSchema(origin=cursor)
    if len(raw) == 1 and intrinsic_of(raw) is not None:
        return _deferred(cursor, names, depth)
    if "$ref" in raw:
        return _reference(cursor, raw, names, depth)
    if COMPOSING.isdisjoint(raw):
        common = Common(origin=cursor, annotations=annotations_of(raw), nullable=_nullable(raw))
        return lower_typed(cursor, common, lambda child: lower_schema(child, names, depth + 1))
    return _composed(cursor, raw, names, depth)


def _nullable(raw: Mapping[str, Data]) -> bool:
    return raw.get("nullable") is True or raw.get("x-nullable") is True


def _deferred(cursor: Cursor, names: Names, depth: int) -> Schema:
    """Returns both branches of a condition as alternatives; of other expressions nothing is known."""
    if branches(cursor.value) is None:
        return Anything(origin=cursor, extra=cursor.value)
    members = tuple(lower_schema(node, names, depth + 1) for _, node in cursor.branches())
    return OneOf(origin=cursor, members=members, exclusive=False) if members else Anything(origin=cursor)


def _reference(cursor: Cursor, raw: Mapping[str, Data], names: Names, depth: int) -> Schema:
    reference = raw["$ref"]
    name = names.name_of(reference, cursor) if isinstance(reference, str) else None
    if name is None:
        return InvalidSchema(origin=cursor)
    if len(raw) == 1:
        return Named(origin=cursor, name=name)
    nullable = raw.get("x-nullable") is True
    extra = extra_of(raw, KEYWORDS)
    annotations = annotations_of(raw)
    if not names.modern or RESTRICTING.isdisjoint(raw):
        return Named(origin=cursor, name=name, annotations=annotations, nullable=nullable, extra=extra)
    rest = _without(cursor, raw, ANNOTATIONS | {"$ref"})
    members = (Named(origin=cursor, name=name), lower_schema(rest, names, depth + 1))
    return AllOf(origin=cursor, members=members, annotations=annotations, nullable=nullable, extra=extra)


def _without(cursor: Cursor, raw: Mapping[str, Data], keys: frozenset[str]) -> Cursor:
    """Returns the same place with some of its keys out of sight."""
    rest: Data = {key: value for key, value in raw.items() if key not in keys}
    return Cursor(cursor.entry, rest, cursor.references, parent=cursor.parent, key=cursor.key, via=cursor.via)


def _composed(cursor: Cursor, raw: Mapping[str, Data], names: Names, depth: int) -> Schema:
    """Returns a schema of allOf, oneOf, anyOf or not; of several of them, and with keywords beside, an AllOf."""
    if any(not isinstance(raw.get(key, []), list) for key in ("allOf", "oneOf", "anyOf")):
        return InvalidSchema(origin=cursor)
    alternatives = [_one_of(cursor, key, names, depth) for key in ("oneOf", "anyOf") if raw.get(key)]
    conjuncts = _members(cursor, "allOf", names, depth)
    negated = cursor.get("not")
    if negated is not None:
        conjuncts.append(Not(origin=cursor, member=lower_schema(negated, names, depth + 1)))
    own = _own(cursor, raw, names, depth)
    members: list[Schema] = [*conjuncts, *alternatives, *own]
    if not members:
        return Anything(origin=cursor, annotations=annotations_of(raw), nullable=_nullable(raw))
    kind = raw.get("type")
    extra = extra_of(raw, KEYWORDS)
    if not own and kind is not None:
        extra = {**extra, "type": kind}
    nullable = _nullable(raw) or (isinstance(kind, list) and "null" in kind)
    outer = Common(origin=cursor, annotations=annotations_of(raw), nullable=nullable)
    if len(members) == 1:
        return _dressed(members[0], outer, extra)
    discriminator = None if alternatives else _discriminator(cursor, (), names)
    return AllOf(members=tuple(members), discriminator=discriminator, extra=extra, **outer)


def _own(cursor: Cursor, raw: Mapping[str, Data], names: Names, depth: int) -> list[Schema]:
    """Returns what stands beside the composition as a schema of its own; a bare `type` restricts nothing."""
    if RESTRICTING.isdisjoint(raw.keys() - COMPOSING - {"type"}):
        return []
    common = Common(origin=cursor, annotations=PLAIN, nullable=False)
    node = _without(cursor, raw, COMPOSING | ANNOTATIONS | {"discriminator"} | (raw.keys() - KEYWORDS))
    return [lower_typed(node, common, lambda child: lower_schema(child, names, depth + 1))]


def _members(cursor: Cursor, key: str, names: Names, depth: int) -> list[Schema]:
    listed = cursor.sequence(key)
    return [lower_schema(element, names, depth + 1) for element in listed.elements()] if listed is not None else []


def _one_of(cursor: Cursor, key: str, names: Names, depth: int) -> Schema:
    """Returns the alternatives; a member that is only null makes them nullable instead."""
    given = _members(cursor, key, names, depth)
    members = tuple(member for member in given if not _is_null(member))
    nullable = len(members) < len(given)
    if not members:
        return Scalar(origin=cursor, type="null")
    if len(members) == 1:
        return _dressed(members[0], Common(origin=cursor, annotations=PLAIN, nullable=nullable), {})
    discriminator = _discriminator(cursor, members, names)
    return OneOf(
        origin=cursor, members=members, exclusive=key == "oneOf", nullable=nullable, discriminator=discriminator
    )


def _is_null(member: Schema) -> bool:
    return isinstance(member, Scalar) and member.type == "null"


def _dressed(member: Schema, outer: Common, extra: Mapping[str, Data]) -> Schema:
    """Returns the only member of a composition with what the composition says besides."""
    return msgspec.structs.replace(
        member,
        origin=outer["origin"],
        annotations=_merged(member.annotations, outer["annotations"]),
        nullable=member.nullable or outer["nullable"],
        extra={**member.extra, **extra},
    )


def _merged(inner: Annotations, outer: Annotations) -> Annotations:
    if inner is PLAIN or outer is PLAIN:
        return inner if outer is PLAIN else outer
    said = {name: value for name in outer.__struct_fields__ if (value := getattr(outer, name)) != getattr(PLAIN, name)}
    return msgspec.structs.replace(inner, **said)


def _discriminator(cursor: Cursor, members: tuple[Schema, ...], names: Names) -> Discriminator | None:
    """Returns the discriminator; members that its mapping leaves out answer to their own names."""
    found = cursor.get("discriminator")
    if found is None:
        return None
    given = found.value if isinstance(found.value, dict) else {}
    name = given.get("propertyName") if given else found.value
    if not isinstance(name, str):
        return None
    listed = given.get("mapping")
    mapping = {value: _target(reference, cursor, names) for value, reference in _strings(listed).items()}
    named = [member.name for member in members if isinstance(member, Named)]
    implicit = {own: own for own in named if own not in mapping.values()}
    return Discriminator(property=name, mapping={**implicit, **mapping}, origin=found)


def _strings(data: Data) -> dict[str, str]:
    given = data if isinstance(data, dict) else {}
    return {key: value for key, value in given.items() if isinstance(value, str)}


def _target(reference: str, cursor: Cursor, names: Names) -> str:
    """Returns the schema that a mapping means, by name or by reference; the text itself when there is none."""
    if "/" not in reference and "#" not in reference:
        return names.name_of(f"#/components/schemas/{reference}", cursor) or reference
    return names.name_of(reference, cursor) or reference
