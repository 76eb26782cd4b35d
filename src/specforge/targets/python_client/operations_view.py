"""Operations as the templates see them: signatures, calls and descriptors laid out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from specforge.clients.python.annotations import operands, parameter
from specforge.clients.python.calls import Argument, Call, CallGroup, PageCall, Style, Transfer
from specforge.clients.python.definitions import Type
from specforge.clients.python.dict_types import DictTypes
from specforge.clients.python.layout import Bracket, Node, call, declare, lay_out, literal, prefixed, wrap
from specforge.clients.python.status import error_class
from specforge.render import encode_py
from specforge.targets.python_client.text import Docstring, docstring, import_lines, sentence

BUILTINS = ("bool", "bytes", "dict", "float", "int", "list", "str")
PLACES = {"path": "path", "query": "query", "header": "headers", "cookie": "cookies"}
TYPING = frozenset({"Any", "BinaryIO", "Literal"})
RUNTIME = frozenset({"File", "Response", "UNSET", "Unknown", "Unset"})
_QUOTED_OR_WORD = re.compile(r'"(?:[^"\\]|\\.)*"|\b[a-z]+\b')


CLIENTS = {False: "SyncClient", True: "AsyncioClient"}
STREAMS = {False: "Stream", True: "AsyncStream"}


class MethodView(NamedTuple):
    """A method: its head, docstring and body, laid out at the indentation of a class."""

    head: str
    doc: Docstring
    body: str


class ClassView(NamedTuple):
    """The operations of a group as methods, for the client that waits or for that of asyncio."""

    name: str
    doc: Docstring
    client: str
    methods: tuple[MethodView, ...]


class GroupView(NamedTuple):
    """A module of `api/`."""

    doc: Docstring
    imports: tuple[str, ...]
    relative: tuple[str, ...]
    typing_imports: tuple[str, ...]
    classes: tuple[ClassView, ...]
    descriptors: tuple[str, ...]


def group_view(group: CallGroup, dicts: DictTypes) -> GroupView:
    """Returns the view of one group of operations; bodies may be given as dictionaries, too."""
    shadowed = frozenset(_method_names(group)) & frozenset(BUILTINS)
    uses = set().union(*(_uses(call_) for call_ in group.calls))
    models = uses - TYPING - RUNTIME - {"dt", "UUID"}
    doc = docstring(sentence(group.description), indent=4, fallback=f"Operations of the group {group.title}.")
    classes = tuple(
        ClassView(
            name=("Async" if is_async else "") + group.class_name,
            doc=doc,
            client=CLIENTS[is_async],
            methods=tuple(_methods(group, shadowed, dicts, is_async=is_async)),
        )
        for is_async in (False, True)
    )
    is_qualified = any("builtins." in method.head for kind in classes for method in kind.methods)
    return GroupView(
        doc=docstring(f"Operations of the group {group.title}.", indent=0),
        imports=(
            *(("import builtins",) if is_qualified else ()),
            *(("import datetime as dt",) if "dt" in uses else ()),
            *import_lines("typing", (uses & TYPING) | {"TYPE_CHECKING"}),
            *import_lines("uuid", uses & {"UUID"}),
        ),
        relative=import_lines(".._runtime", _runtime_names(group, uses)),
        typing_imports=_typing_imports(group, models, dicts),
        classes=classes,
        descriptors=tuple(_descriptor(call_) for call_ in group.calls),
    )


def _method_names(group: CallGroup) -> Iterable[str]:
    for call_ in group.calls:
        yield call_.name
        if call_.pages is not None:
            yield call_.pages.name
        if call_.transfer is not None:
            yield call_.transfer.name


def _runtime_names(group: CallGroup, uses: set[str]) -> set[str]:
    calls = group.calls
    names = {"Operation", "RequestOptions"} | (uses & RUNTIME)
    if any(argument.style for call_ in calls for argument in call_.arguments):
        names.add("Style")
    if any(call_.pages for call_ in calls):
        names |= {"paginate", "paginate_async"}
    if any(call_.stream == "events" for call_ in calls):
        names.add("ServerSentEvent")
    return names


def _typing_imports(group: CallGroup, models: set[str], dicts: DictTypes) -> tuple[str, ...]:
    clients = {"SyncClient"}
    transfers = [call_.transfer for call_ in group.calls if call_.transfer is not None]
    clients |= {"Progress"} if any(transfer.is_upload for transfer in transfers) else set()
    clients |= {"AsyncResponse"} if any(not transfer.is_upload for transfer in transfers) else set()
    if any(call_.stream for call_ in group.calls):
        clients |= {"AsyncStream", "Stream"}
    iterators = {"AsyncIterator", "Iterator"} if any(call_.pages for call_ in group.calls) else set()
    standard = import_lines("collections.abc", iterators, indent=4)
    return (
        *((*standard, "") if standard else ()),
        *import_lines(".._runtime", clients, indent=4),
        *import_lines(".._runtime.asynchronous", {"AsyncioClient"}, indent=4),
        *import_lines("..models", models, indent=4),
        *import_lines("..types", _dict_names(group, dicts), indent=4),
    )


def _dict_names(group: CallGroup, dicts: DictTypes) -> set[str]:
    bodies = (argument.type for call_ in group.calls for argument in call_.arguments if argument.location == "body")
    return {dicts.names[name] for type_ in bodies for name in type_.uses & dicts.names.keys()}


def _uses(call_: Call) -> frozenset[str]:
    items = call_.pages.item.uses if call_.pages is not None else frozenset[str]()
    files = {"BinaryIO"} if call_.transfer is not None and call_.transfer.is_upload else set[str]()
    return call_.result.uses.union(items, files, *(argument.type.uses for argument in call_.arguments))


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
    return declare(_constant(call_), Bracket("Operation[", (_value(call_).text,), "]"), value)


def _value(call_: Call) -> Type:
    """Returns the type of what a call returns, or of each thing that it yields."""
    if call_.stream == "events":
        return Type(f"ServerSentEvent[{call_.result.text}]", call_.result.uses)
    return call_.result


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


def _methods(group: CallGroup, shadowed: frozenset[str], dicts: DictTypes, *, is_async: bool) -> Iterable[MethodView]:
    for call_ in group.calls:
        parameters = _parameters(call_.arguments, shadowed, dicts)
        yield _method(call_, parameters, shadowed, is_async=is_async)
        if call_.pages is not None:
            yield _pages_method(call_, call_.pages, parameters, shadowed, is_async=is_async)
        if call_.transfer is not None:
            yield _transfer_method(call_, call_.transfer, parameters, shadowed, is_async=is_async)


def _method(call_: Call, parameters: tuple[str, ...], shadowed: frozenset[str], *, is_async: bool) -> MethodView:
    result = qualified(_value(call_).text, shadowed)
    if call_.stream:
        result = f"{STREAMS[is_async]}[{result}]"
    define = "async def" if is_async else "def"
    head = lay_out(
        Bracket(f"{define} {call_.name}(", parameters, ")"),
        indent=4,
        after=f" -> {result}:",
    )
    sender = "self._client.stream" if call_.stream else "self._client.send"
    keyword = "" if result == "None" else "return "
    keyword += "await " if is_async else ""
    body = lay_out(call(sender, _sent(call_)), indent=8, before=keyword)
    return MethodView(head, _method_doc(call_), body)


def _pages_method(
    call_: Call, pages: PageCall, parameters: tuple[str, ...], shadowed: frozenset[str], *, is_async: bool
) -> MethodView:
    item = qualified(pages.item.text, shadowed)
    result = f"AsyncIterator[{item}]" if is_async else f"Iterator[{item}]"
    head = lay_out(
        Bracket(f"def {pages.name}(", parameters, ")"),
        indent=4,
        after=f" -> {result}:",
    )
    given = _passed_on(call_)
    taken = {argument.name for argument in call_.arguments}
    token = next(name for name in ("token", "page_token", "following_token", "token_") if name not in taken)
    given = [f"{pages.argument}={token}" if name == f"{pages.argument}={pages.argument}" else name for name in given]
    ask = call(f"self.{call_.name}", (*given, "request_options=request_options"))
    arguments: tuple[Node, ...] = (
        prefixed(f"lambda {token}: ", ask),
        f"lambda page: page.{pages.token}",
        f"lambda page: page.{pages.items}",
        pages.argument,
    )
    body = lay_out(call("paginate_async" if is_async else "paginate", arguments), indent=8, before="return ")
    text = f"Yields the items of all pages of `{call_.name}`, asking for a page when it is needed."
    return MethodView(head, docstring(text, _section("Args:", _described(call_)), indent=8), body)


def _passed_on(call_: Call) -> list[str]:
    return [
        argument.name if _by_position(argument) else f"{argument.name}={argument.name}" for argument in call_.arguments
    ]


def _transfer_method(
    call_: Call, transfer: Transfer, parameters: tuple[str, ...], shadowed: frozenset[str], *, is_async: bool
) -> MethodView:
    result = qualified(call_.result.text, shadowed)
    if transfer.is_upload:
        position = parameters.index("*")
        before, after = parameters[:position], parameters[position:]
        parameters = (*before, "file: bytes | BinaryIO", after[0], "progress: Progress | None = None", *after[1:])
    elif is_async:
        result = "AsyncResponse"
    define = "async def" if is_async else "def"
    head = lay_out(Bracket(f"{define} {transfer.name}(", parameters, ")"), indent=4, after=f" -> {result}:")
    wait = "await " if is_async else ""
    answer = prefixed(wait, call(f"self.{call_.name}", (*_passed_on(call_), "request_options=request_options")))
    sender = "self._client.upload" if transfer.is_upload else "self._client.download"
    sent = (answer, "file", "progress=progress") if transfer.is_upload else (answer,)
    body = lay_out(call(sender, sent), indent=8, before=f"return {wait}")
    return MethodView(head, _transfer_doc(call_, transfer), body)


def _transfer_doc(call_: Call, transfer: Transfer) -> Docstring:
    if not transfer.is_upload:
        text = f"Fetches the file that `{call_.name}` points to; it comes straight from S3."
        use = "The body is read by `iter_bytes`; use the response as a context manager."
        return docstring(text, use, _section("Args:", _described(call_)), indent=8)
    text = f"Asks `{call_.name}` for a signed form and posts the file with it, straight to S3."
    own = (("file", "Bytes, or a file that is open for reading bytes; it is sent in pieces."),)
    watch = (("progress", "Told the bytes sent so far and the bytes in all."),)
    raised = _section("Raises:", [("TransferFailedError", "S3 did not take the file.")])
    return docstring(text, _section("Args:", (*_described(call_), *own, *watch)), raised, indent=8)


def _by_position(argument: Argument) -> bool:
    return argument.required and argument.location in {"method", "path", "body"}


def _described(call_: Call) -> Iterable[tuple[str, str | None]]:
    return ((argument.name, argument.description) for argument in call_.arguments)


def _parameters(arguments: Iterable[Argument], shadowed: frozenset[str], dicts: DictTypes) -> tuple[str, ...]:
    positional: list[str] = []
    keyword: list[str] = []
    for argument in arguments:
        text = qualified(_given_type(argument, dicts), shadowed)
        if not argument.required:
            text = text if text.endswith("None") or text == "Any" else f"{text} | None"
        written = parameter(argument.name, text, None if argument.required else "None", indent=8)
        (positional if _by_position(argument) else keyword).append(written)
    return ("self", *positional, "*", *keyword, "request_options: RequestOptions | None = None")


def _given_type(argument: Argument, dicts: DictTypes) -> str:
    """Returns what an argument may be: a body its model or a dictionary like it."""
    if argument.location != "body":
        return argument.type.text
    members = operands(argument.type.text)
    others = operands(dicts.beside(argument.type) or "")
    bare = dict.fromkeys(member for member in (*members, *others) if member not in ("", "None"))
    return " | ".join((*bare, *(["None"] if "None" in members else [])))


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
        _section("Args:", _described(call_)),
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
