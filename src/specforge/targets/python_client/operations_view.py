"""Operations as the templates see them: signatures, calls and descriptors laid out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from specforge.clients.python.annotations import parameter
from specforge.clients.python.calls import Argument, Call, CallGroup, Style
from specforge.clients.python.layout import Bracket, Node, call, declare, lay_out, literal, prefixed, wrap
from specforge.clients.python.status import error_class
from specforge.render import encode_py
from specforge.targets.python_client.text import Docstring, docstring, import_lines, sentence

BUILTINS = ("bool", "bytes", "dict", "float", "int", "list", "str")
PLACES = {"path": "path", "query": "query", "header": "headers", "cookie": "cookies"}
TYPING = frozenset({"Any", "Literal"})
RUNTIME = frozenset({"Response", "UNSET", "Unknown", "Unset"})
_QUOTED_OR_WORD = re.compile(r'"(?:[^"\\]|\\.)*"|\b[a-z]+\b')


class MethodView(NamedTuple):
    """A method: its head, docstring and body, laid out at the indentation of a class."""

    head: str
    doc: Docstring
    body: str


class GroupView(NamedTuple):
    """A module of `api/`."""

    doc: Docstring
    imports: tuple[str, ...]
    relative: tuple[str, ...]
    typing_imports: tuple[str, ...]
    class_name: str
    class_doc: Docstring
    descriptors: tuple[str, ...]
    methods: tuple[MethodView, ...]


def group_view(group: CallGroup) -> GroupView:
    """Returns the view of one group of operations."""
    shadowed = frozenset(call_.name for call_ in group.calls) & frozenset(BUILTINS)
    uses = set().union(*(_uses(call_) for call_ in group.calls))
    models = uses - TYPING - RUNTIME - {"dt", "UUID"}
    styles = {"Style"} if any(argument.style for call_ in group.calls for argument in call_.arguments) else set()
    runtime = {"Operation", "RequestOptions", "SyncClient"} | styles | (uses & RUNTIME)
    return GroupView(
        doc=docstring(f"Operations of the group {group.title}.", indent=0),
        imports=(
            *(("import builtins",) if shadowed else ()),
            *(("import datetime as dt",) if "dt" in uses else ()),
            *import_lines("typing", (uses & TYPING) | ({"TYPE_CHECKING"} if models else set())),
            *import_lines("uuid", uses & {"UUID"}),
        ),
        relative=import_lines(".._runtime", runtime),
        typing_imports=import_lines("..models", models, indent=4),
        class_name=group.class_name,
        class_doc=docstring(sentence(group.description), indent=4, fallback=f"Operations of the group {group.title}."),
        descriptors=tuple(_descriptor(call_) for call_ in group.calls),
        methods=tuple(_method(call_, shadowed) for call_ in group.calls),
    )


def _uses(call_: Call) -> frozenset[str]:
    return call_.result.uses.union(*(argument.type.uses for argument in call_.arguments))


def _constant(call_: Call) -> str:
    return "_" + call_.name.upper()


def _descriptor(call_: Call) -> str:
    keywords: dict[str, Node] = {
        "method": literal("GET" if call_.operation.method == "ANY" else call_.operation.method),
        "path": literal(call_.path),
    }
    if call_.content_type is not None:
        keywords["content_type"] = literal(call_.content_type)
    if call_.accept != "application/json":
        keywords["accept"] = literal(call_.accept)
    if any(type_ is not None for _, type_ in call_.returns):
        keywords["returns"] = literal({status: type_.text if type_ else "" for status, type_ in call_.returns})
    if call_.errors:
        keywords["errors"] = literal({status: type_.text for status, type_ in call_.errors})
    styles = _styles(call_.arguments)
    if styles.items:
        keywords["styles"] = styles
    if call_.security is not None:
        keywords["security"] = _tuple(_tuple(map(encode_py, names)) for names in call_.security)
    if call_.raw:
        keywords["raw"] = "True"
    value = call("Operation", (prefixed(f"{key}=", node) for key, node in keywords.items()))
    return declare(_constant(call_), Bracket("Operation[", (call_.result.text,), "]"), value)


def _tuple(items: Iterable[Node]) -> Node:
    return Bracket("(", tuple(items), ")")


def _styles(arguments: Iterable[Argument]) -> Bracket:
    by_location: dict[str, list[Node]] = {}
    for argument in arguments:
        if argument.style is not None:
            node = prefixed(f"{encode_py(argument.wire)}: ", _style(argument.style))
            by_location.setdefault(argument.location, []).append(node)
    items = (Bracket(f"{encode_py(place)}: {{", tuple(nodes), "}") for place, nodes in by_location.items())
    return Bracket("{", tuple(items), "}")


def _style(style: Style) -> Node:
    parts = [literal(style.style)] if style.style else []
    if style.explode is not None:
        parts.append(prefixed("explode=", literal(style.explode)))
    if style.allow_reserved:
        parts.append("allow_reserved=True")
    return call("Style", parts)


def _method(call_: Call, shadowed: frozenset[str]) -> MethodView:
    result = qualified(call_.result.text, shadowed)
    head = lay_out(
        Bracket(f"def {call_.name}(", _parameters(call_.arguments, shadowed), ")"),
        indent=4,
        after=f" -> {result}:",
    )
    keyword = "" if call_.result.text == "None" else "return "
    body = lay_out(call("self._client.send", _sent(call_)), indent=8, before=keyword)
    return MethodView(head, _method_doc(call_), body)


def _parameters(arguments: Iterable[Argument], shadowed: frozenset[str]) -> tuple[str, ...]:
    positional: list[str] = []
    keyword: list[str] = []
    for argument in arguments:
        text = qualified(argument.type.text, shadowed)
        if not argument.required:
            text = text if text.endswith("None") or text == "Any" else f"{text} | None"
        written = parameter(argument.name, text, None if argument.required else "None", indent=8)
        by_position = argument.required and argument.location in {"method", "path", "body"}
        (positional if by_position else keyword).append(written)
    return ("self", *positional, "*", *keyword, "request_options: RequestOptions | None = None")


def _sent(call_: Call) -> tuple[Node, ...]:
    nodes: list[Node] = [_constant(call_)]
    for location, keyword in PLACES.items():
        items = [
            f"{encode_py(argument.wire)}: {argument.name}"
            for argument in call_.arguments
            if argument.location == location
        ]
        if items:
            nodes.append(Bracket(f"{keyword}={{", tuple(items), "}"))
    nodes.extend(
        f"{argument.location}={argument.name}"
        for argument in call_.arguments
        if argument.location in {"body", "method"}
    )
    nodes.extend(f"query={argument.name} or {{}}" for argument in call_.arguments if argument.location == "any-query")
    return (*nodes, "options=request_options")


def qualified(type_: str, shadowed: frozenset[str]) -> str:
    """Returns a type inside a class that has methods named like builtins.

    >>> qualified('list[Literal["list"]]', frozenset({"list"}))
    'builtins.list[Literal["list"]]'
    """
    if not shadowed:
        return type_
    return _QUOTED_OR_WORD.sub(lambda match: f"builtins.{match[0]}" if match[0] in shadowed else match[0], type_)


def _method_doc(call_: Call) -> Docstring:
    operation = call_.operation
    summary = sentence(operation.summary) or operation.description
    text = operation.description if operation.summary and operation.description != operation.summary else None
    notes = ["Deprecated."] if operation.deprecated else []
    return docstring(
        summary if (summary or "").strip() else f"{operation.method} {operation.path}",
        text,
        notes,
        _section("Args:", ((argument.name, argument.description) for argument in call_.arguments)),
        _section("Raises:", _raised(call_)),
        indent=8,
    )


def _raised(call_: Call) -> Iterable[tuple[str, str | None]]:
    for response in call_.operation.responses:
        name = error_class(response.status)
        if name is not None:
            yield name, response.description


def _section(title: str, entries: Iterable[tuple[str, str | None]]) -> list[str]:
    lines: list[str] = []
    for name, description in entries:
        described = wrap(" ".join((description or "").split()), indent=16, first=len(name) - 2)
        if described:
            lines.append(f"    {name}: {described[0]}")
            lines.extend(f"        {line}" for line in described[1:])
    return [title, *lines] if lines else []
