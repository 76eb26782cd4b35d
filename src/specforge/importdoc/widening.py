"""Which schemas let in more as a model than in the document: those that lose a restriction.

Under `oneOf` and `not` a wider schema would refuse what the author's lets in.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from specforge.importdoc.equivalents import is_said_elsewhere
from specforge.ir import Array, Enum, InvalidSchema, Named, Object, Schema
from specforge.ir.walk import walk_schema
from specforge.lower.schema_keywords import ARRAY, OBJECT, OTHER, SCALAR

RESTRICTIONS = OTHER | {"$dynamicRef"}


def wider_schemas(schemas: Mapping[str, Schema]) -> frozenset[str]:
    """Returns the names of the schemas that let in more, themselves or by what they refer to."""
    users: dict[str, set[str]] = {}
    wider: set[str] = set()
    for name in list(schemas):
        for node in walk_schema(schemas[name]):
            if isinstance(node, Named):
                users.setdefault(node.name, set()).add(name)
            elif _loses_a_restriction(node):
                wider.add(name)
    pending = sorted(wider)
    while pending:
        for user in users.get(pending.pop(), ()):
            if user not in wider:
                wider.add(user)
                pending.append(user)
    return frozenset(wider)


def lets_in_more(schema: Schema, wider: Collection[str]) -> bool:
    """Tells whether a schema as a model lets in more than the document says."""
    return any(
        node.name in wider if isinstance(node, Named) else _loses_a_restriction(node) for node in walk_schema(schema)
    )


def _loses_a_restriction(schema: Schema) -> bool:
    match schema:
        case InvalidSchema():
            return True
        case Enum() if not (SCALAR | ARRAY | OBJECT).isdisjoint(schema.extra):
            return True
        case Object() if schema.pattern_properties:
            return True
        case Array() if schema.prefix_items:
            return True
    lost = [keyword for keyword in schema.extra if keyword in RESTRICTIONS]
    return any(not is_said_elsewhere(keyword, schema) for keyword in lost)
