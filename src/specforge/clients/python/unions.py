"""What named schemas amount to as themselves: which allow null, which contain themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from specforge.ir import AllOf, Enum, Named, OneOf, Scalar, Schema

Schemas = Mapping[str, Schema]

MOST_TAKEN_APART = 40
"""A union that contains itself by way of more named unions has no type that anybody could read."""


class _Links(NamedTuple):
    """Whether a schema allows null without any other one, and which named schemas it may stand for."""

    allows_null: bool
    names: tuple[str, ...]


class UnionBook:
    """Answers questions about references, members of unions and `allOf` of one; looks at each named schema once."""

    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas
        self._links: dict[str, _Links] = {}
        self._nullable: dict[str, bool] = {}
        self._circles: dict[str, bool] = {}

    def is_nullable(self, schema: Schema) -> bool:
        """Tells whether null is allowed: by the schema, by what it refers to, or by a member of a union."""
        links = _links_of(schema)
        return links.allows_null or any(map(self._allows_null, links.names))

    def members_of(self, schema: OneOf) -> tuple[Schema, ...] | None:
        """Returns the members of a union without null; a union inside that nothing names is taken apart.

        So is one that contains itself, as no type can; None when there are too many of these.
        """
        found: list[Schema] = []
        apart: set[str] = set()
        waiting = [*reversed(schema.members)]
        while waiting:
            member = waiting.pop()
            if isinstance(member, OneOf) and member.discriminator is None:
                waiting.extend(reversed(member.members))
            elif isinstance(member, Named) and self._contains_itself(member.name):
                settled = target(member, self._schemas)
                if member.name not in apart and isinstance(settled, OneOf):
                    apart.add(member.name)
                    waiting.extend(reversed(settled.members))
            elif not is_null(member):
                found.append(member)
            if len(apart) > MOST_TAKEN_APART:
                return None
        return tuple(found)

    def _allows_null(self, name: str) -> bool:
        if name not in self._nullable:
            self._settle_null(name)
        return self._nullable.get(name, False)

    def _settle_null(self, name: str) -> None:
        """Decides for all that a name leads to: null spreads from those that allow it to those that refer to them."""
        users: dict[str, list[str]] = {}
        allowing: list[str] = []
        met = {name: False}
        waiting = [name]
        while waiting:
            each = waiting.pop()
            links = self._links_from(each)
            if links.allows_null or any(self._nullable.get(other) for other in links.names):
                allowing.append(each)
            for other in links.names:
                users.setdefault(other, []).append(each)
                if other not in met and other not in self._nullable:
                    met[other] = False
                    waiting.append(other)
        while allowing:
            each = allowing.pop()
            if not met.get(each, True):
                met[each] = True
                allowing.extend(users.get(each, ()))
        self._nullable.update(met)

    def _contains_itself(self, name: str) -> bool:
        if name not in self._circles:
            self._settle_circles(name)
        return self._circles[name]

    def _settle_circles(self, start: str) -> None:
        """Decides for all that a name leads to, by strongly connected components."""
        order: dict[str, int] = {}
        lowest: dict[str, int] = {}
        trail: list[str] = []
        steps: list[tuple[str, Iterator[str]]] = []

        def enter(name: str) -> None:
            order[name] = lowest[name] = len(order)
            trail.append(name)
            steps.append((name, iter(self._links_from(name).names)))

        enter(start)
        while steps:
            name, others = steps[-1]
            for other in others:
                if other in self._circles:
                    continue
                if other not in order:
                    enter(other)
                    break
                lowest[name] = min(lowest[name], order[other])
            else:
                steps.pop()
                if steps:
                    above = steps[-1][0]
                    lowest[above] = min(lowest[above], lowest[name])
                if lowest[name] == order[name]:
                    self._close_circle(name, trail)

    def _close_circle(self, name: str, trail: list[str]) -> None:
        circle = [trail.pop()]
        while circle[-1] != name:
            circle.append(trail.pop())
        is_circle = len(circle) > 1 or name in self._links_from(name).names
        self._circles.update(dict.fromkeys(circle, is_circle))

    def _links_from(self, name: str) -> _Links:
        if name not in self._links:
            schema = self._schemas.get(name)
            self._links[name] = _Links(allows_null=False, names=()) if schema is None else _links_of(schema)
        return self._links[name]


def _links_of(schema: Schema) -> _Links:
    names: dict[str, None] = {}
    allows_null = False
    waiting: list[Schema] = [schema]
    while waiting:
        each = waiting.pop()
        allows_null = allows_null or each.nullable or is_null(each)
        match each:
            case Named(name=name):
                names[name] = None
            case OneOf(members=members) | AllOf(members=(_,) as members):
                waiting.extend(reversed(members))
            case Enum(values=values):
                allows_null = allows_null or None in values
            case _:
                continue
    return _Links(allows_null, tuple(names))


def target(schema: Schema, schemas: Schemas) -> Schema:
    """Returns what a chain of references leads to; the last reference when it goes in a circle or nowhere."""
    seen: set[str] = set()
    while isinstance(schema, Named) and schema.name in schemas and schema.name not in seen:
        seen.add(schema.name)
        schema = schemas[schema.name]
    return schema


def is_null(schema: Schema) -> bool:
    """Tells whether a schema allows null alone."""
    return (isinstance(schema, Scalar) and schema.type == "null") or (
        isinstance(schema, Enum) and schema.values == (None,)
    )
