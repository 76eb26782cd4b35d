"""Parameters of a path item and of an operation, merged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from specforge.document import Cursor
from specforge.ir import Data, Parameter
from specforge.lower.alternatives import alternatives
from specforge.lower.contents import lower_contents, lower_examples
from specforge.lower.schema_table import SchemaTable
from specforge.lower.texts import others, string_in

LOCATIONS = frozenset({"path", "query", "header", "cookie"})
KNOWN = frozenset(
    {"name", "in", "required", "schema", "content", "description", "deprecated", "style", "explode", "allowReserved"}
    | {"allowEmptyValue", "example", "examples"}
)
# What a parameter of 2.0 says about its value, which is all in the schema from 3.0 on.
SWAGGER_SCHEMA = frozenset(
    {"type", "format", "items", "default", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength"}
    | {"minLength", "pattern", "maxItems", "minItems", "uniqueItems", "enum", "multipleOf", "x-nullable"}
)
# collectionFormat of 2.0: style and explode.
COLLECTIONS = {
    "csv": (None, False),
    "multi": ("form", True),
    "ssv": ("spaceDelimited", False),
    "pipes": ("pipeDelimited", False),
}
_VARIABLE = re.compile(r"\{([^{}]+)\}")


def parameter_nodes(holders: Iterable[Cursor]) -> list[Cursor]:
    """Returns the parameters of a path item and then of its operation; the later of the same name and place wins.

    Of conditions the parameters of both branches count: a client has to know either.
    """
    nodes: dict[tuple[str, str], Cursor] = {}
    for holder in holders:
        found = holder.get("parameters")
        lists = alternatives(found) if found is not None else ()
        for element in (element for _, listed in lists for element in listed.elements()):
            for _, node in alternatives(element):
                raw = node.value if isinstance(node.value, dict) else {}
                name, location = raw.get("name"), raw.get("in")
                if isinstance(name, str) and isinstance(location, str):
                    nodes[name, location] = node
    return list(nodes.values())


def lower_parameters(nodes: Iterable[Cursor], path: str, place: Cursor, schemas: SchemaTable) -> tuple[Parameter, ...]:
    """Returns the parameters, and after them the variables of the path that none of them declares."""
    parameters = [_parameter(node, schemas) for node in nodes if node.value["in"] in LOCATIONS]
    if "{" in path:
        declared = {parameter.name.rstrip("+") for parameter in parameters if parameter.location == "path"}
        names = dict.fromkeys(variable.rstrip("+") for variable in _VARIABLE.findall(path))
        parameters.extend(_undeclared(name, place) for name in names if name not in declared)
    return tuple(parameters)


def _undeclared(name: str, place: Cursor) -> Parameter:
    return Parameter(name=name, location="path", required=True, declared=False, origin=place)


def swagger_schema_node(node: Cursor) -> Cursor:
    """Returns what a parameter of 2.0 says about its value, as a schema at the same place."""
    raw = {key: value for key, value in node.value.items() if key in SWAGGER_SCHEMA}
    return Cursor(node.entry, raw, node.references, parent=node.parent, key=node.key, via=node.via)


def _parameter(node: Cursor, schemas: SchemaTable) -> Parameter:
    raw: Mapping[str, Data] = node.value
    location = raw["in"]
    style, explode, known = _style(raw)
    inline = "schema" not in raw and "content" not in raw and "type" in raw
    return Parameter(
        name=str(raw["name"]),
        location=str(location),
        required=location == "path" or raw.get("required") is True,
        lazy_schema=schemas.lazy_of(swagger_schema_node(node)) if inline else schemas.lazy(node, "schema"),
        content=lower_contents(node, schemas) if "content" in raw else (),
        description=string_in(raw, "description"),
        deprecated=raw.get("deprecated") is True,
        style=style,
        explode=explode,
        allow_reserved=raw.get("allowReserved") is True,
        allow_empty_value=raw.get("allowEmptyValue") is True,
        examples=lower_examples(node) if "example" in raw or "examples" in raw else (),
        extra=others(raw, known | SWAGGER_SCHEMA if inline else known),
        origin=node,
    )


def _style(raw: Mapping[str, Data]) -> tuple[str | None, bool | None, frozenset[str]]:
    """Returns style, explode and the keys that need no keeping; 2.0 says it by collectionFormat."""
    collection = raw.get("collectionFormat")
    if isinstance(collection, str) and collection in COLLECTIONS:
        return (*COLLECTIONS[collection], KNOWN | {"collectionFormat"})
    explode = raw.get("explode")
    if raw.get("type") == "array" and "schema" not in raw:
        return None, False, KNOWN
    return string_in(raw, "style"), explode if isinstance(explode, bool) else None, KNOWN
