"""JSON text to nodes, for those who change the text: the same nodes that YAML is composed to."""

from __future__ import annotations

import json
import re
from json.decoder import scanstring  # type: ignore[attr-defined]  # in no stub, since Python 2.7
from typing import cast

from specforge.source.model import Data
from specforge.source.nodes import MAPPING, SCALAR, SEQUENCE, Item, Node
from specforge.source.text import without_surrogates

STYLE = "json"
_LENIENT = False
_SPACE = re.compile(r"[ \t\n\r]*")
_DECODER = json.JSONDecoder(strict=False)


def json_nodes(text: str) -> Node:
    """Returns the nodes of a JSON text that has been read without a syntax error."""
    return _node(text, _space(text, 0))


def _space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _node(text: str, start: int) -> Node:
    if text[start] == "{":
        return _mapping(text, start)
    if text[start] == "[":
        return _sequence(text, start)
    data, end = _DECODER.raw_decode(text, start)
    node = Node(SCALAR, start, end, without_surrogates(data) if isinstance(data, str) else data)
    node.style = STYLE
    return node


def _mapping(text: str, start: int) -> Node:
    node = Node(MAPPING, start, start, {})
    node.style = STYLE
    at = _space(text, start + 1)
    while text[at] != "}":
        if text[at] == ",":
            at = _space(text, at + 1)
        key, end = scanstring(text, at + 1, _LENIENT)
        value = _node(text, _space(text, _space(text, end) + 1))
        node.items.append(Item(without_surrogates(key), at, end, value))
        cast("dict[str, Data]", node.data)[node.items[-1].key] = value.data
        at = _space(text, value.end)
    node.end = at + 1
    return node


def _sequence(text: str, start: int) -> Node:
    node = Node(SEQUENCE, start, start, [])
    node.style = STYLE
    at = _space(text, start + 1)
    while text[at] != "]":
        if text[at] == ",":
            at = _space(text, at + 1)
        value = _node(text, at)
        node.children.append(value)
        cast("list[Data]", node.data).append(value.data)
        at = _space(text, value.end)
    node.end = at + 1
    return node
