"""What restricts a value, in words: limits, patterns, listed values, defaults."""

from __future__ import annotations

import json
from typing import NamedTuple

import msgspec

from specforge.ir import Array, Bounds, Data, Enum, Object, OneOf, Scalar, Schema
from specforge.targets.docs.prose import code

LONGEST_VALUE = 400


class Fact(NamedTuple):
    """Something that holds for a value: words, and the values they speak of."""

    label: str
    values: tuple[str, ...] = ()

    @property
    def md_values(self) -> str:
        """Returns the values as code of Markdown."""
        return " ".join(map(code, self.values))


def facts_of(schema: Schema) -> tuple[Fact, ...]:
    """Returns everything that a schema says of its values beside their type."""
    facts = [*_of_kind(schema)]
    default = schema.annotations.default
    if default is not msgspec.UNSET:
        facts.append(Fact("Default", (as_text(default),)))
    if schema.annotations.examples:
        facts.append(Fact("Example", (as_text(schema.annotations.examples[0]),)))
    return tuple(facts)


def as_text(value: Data) -> str:
    """Returns a value as a reader would write it: JSON, a string without quotes, and never very long."""
    text = value if isinstance(value, str) and value else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= LONGEST_VALUE else text[:LONGEST_VALUE] + "…"


def _of_kind(schema: Schema) -> tuple[Fact, ...]:
    match schema:
        case Scalar(bounds=bounds):
            return _of_bounds(bounds)
        case Enum(values=values):
            listed = tuple(as_text(value) for value in values)
            return (Fact("Always" if len(listed) == 1 else "One of", listed),)
        case Array():
            unique = (Fact("No two items alike"),) if schema.unique_items else ()
            return (*_count(schema.min_items, schema.max_items, "item"), *unique)
        case Object():
            closed = schema.additional is False
            return (
                *_count(schema.min_properties, schema.max_properties, "property"),
                *((Fact("No other properties"),) if closed else ()),
            )
        case OneOf(discriminator=discriminator) if discriminator is not None:
            told = tuple(f"{value}: {name}" for value, name in discriminator.mapping.items())
            return (Fact("Told apart by", (discriminator.property, *told)),)
        case _:
            return ()


def _of_bounds(bounds: Bounds) -> tuple[Fact, ...]:
    facts = [*_count(bounds.min_length, bounds.max_length, "character")]
    limits = (
        ("at least", bounds.minimum),
        ("more than", bounds.exclusive_minimum),
        ("at most", bounds.maximum),
        ("less than", bounds.exclusive_maximum),
        ("a multiple of", bounds.multiple_of),
    )
    words = [f"{label} {json.dumps(limit)}" for label, limit in limits if limit is not None]
    if words:
        facts.append(Fact(", ".join(words).capitalize()))
    if bounds.pattern is not None:
        facts.append(Fact("Pattern", (bounds.pattern,)))
    return tuple(facts)


def _count(least: int | None, most: int | None, noun: str) -> tuple[Fact, ...]:
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    if least is not None and least == most:
        return (Fact(f"Exactly {least} {noun if least == 1 else plural}"),)
    if least and most is not None:
        return (Fact(f"{least} to {most} {plural}"),)
    if most is not None:
        return (Fact(f"At most {most} {noun if most == 1 else plural}"),)
    return (Fact(f"At least {least} {noun if least == 1 else plural}"),) if least else ()
