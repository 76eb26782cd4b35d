"""The module `types.py` as its template sees it: request bodies as dictionaries."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from specforge.clients.python.annotations import annotate
from specforge.clients.python.dict_types import DictAlias, DictClass, DictField, DictTypes
from specforge.clients.python.layout import Node, assign, call, lay_out, literal, prefixed
from specforge.targets.python_client.text import Docstring, docstring, import_lines

_WORD = re.compile(r'"(?:[^"\\]|\\.)*"|\b\w+\b')
TYPING = frozenset({"Any", "Literal"})


class DefinitionView(NamedTuple):
    """A TypedDict as a class, or what is assigned to a name."""

    kind: str
    head: str
    doc: Docstring
    lines: tuple[str, ...] = ()


class TypesView(NamedTuple):
    """The module."""

    doc: Docstring
    imports: tuple[str, ...]
    typing_imports: tuple[str, ...]
    definitions: tuple[DefinitionView, ...]


def types_view(types: DictTypes, title: str) -> TypesView:
    """Returns the view of the dictionaries of an API."""
    definitions = tuple(_definition(one) for one in types.definitions)
    words = {word for one in types.definitions for text in _texts(one) for word in _WORD.findall(text)}
    typing = (words & TYPING) | _typing(types)
    models = words & types.enums.keys()
    own = import_lines("._runtime", words & {"File"}, indent=4)
    named = import_lines(".models", models, indent=4)
    guarded = (*own, *named)
    if guarded:
        typing |= {"TYPE_CHECKING"}
    return TypesView(
        doc=docstring(
            f"Request bodies of {title} as dictionaries, under the names that they have on the wire.", indent=0
        ),
        imports=(
            *(("import datetime as dt",) if "dt" in words else ()),
            *import_lines("typing", typing),
            *import_lines("uuid", words & {"UUID"}),
        ),
        typing_imports=guarded,
        definitions=definitions,
    )


def _typing(types: DictTypes) -> set[str]:
    classes = [one for one in types.definitions if isinstance(one, DictClass)]
    is_open = any(not field.required for one in classes for field in one.fields)
    names = {"TypedDict"} if classes else set[str]()
    names |= {"NotRequired"} if is_open else set()
    return names | ({"TypeAlias"} if len(classes) < len(types.definitions) else set())


def _texts(definition: DictClass | DictAlias) -> Iterable[str]:
    if isinstance(definition, DictAlias):
        return definition.members
    return (field.type for field in definition.fields)


def _definition(definition: DictClass | DictAlias) -> DefinitionView:
    if isinstance(definition, DictAlias):
        text = " | ".join(definition.members) or "None"
        doc = docstring(f"What `{definition.model}` is as a dictionary.", indent=0)
        return DefinitionView("alias", assign(f"{definition.name}: TypeAlias", str(literal(text))), doc)
    doc = docstring(f"`{definition.model}` as a dictionary.", indent=4)
    if definition.is_class:
        lines = tuple(annotate(field.wire, _type(field), None, indent=4) for field in definition.fields)
        return DefinitionView("class", f"class {definition.name}(TypedDict):", doc, lines)
    items: list[Node] = [prefixed(f"{literal(field.wire)}: ", literal(_type(field))) for field in definition.fields]
    keys = call("", items)._replace(opening="{", closing="}")
    head = lay_out(call("TypedDict", [literal(definition.name), keys]), before=f"{definition.name} = ")
    return DefinitionView("alias", head, docstring(f"`{definition.model}` as a dictionary.", indent=0))


def _type(field: DictField) -> str:
    return field.type if field.required else f"NotRequired[{field.type}]"
