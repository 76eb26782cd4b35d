"""The calls of a Python client: names, arguments and types of every operation; one decision for code and samples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from specforge.clients.bodies import choose_content, concrete_media_type, media_kind, stream_kind
from specforge.clients.grouping import OperationGroup, group_operations
from specforge.clients.naming import UniqueNames, operation_words, split_words
from specforge.clients.options import Pagination
from specforge.clients.outcomes import Outcome, failures, successes
from specforge.clients.pagination import find_pages
from specforge.clients.python.definitions import Type, join
from specforge.clients.python.naming import module, pascal, snake
from specforge.clients.python.schema_types import TypeBook
from specforge.diagnostics import Report
from specforge.ir import Api, Content, Operation, Parameter, Schema

# What the generated client has besides its groups.
CLIENT_TAKEN = (
    *("auth", "base_url", "close", "headers", "raw", "request", "send", "stream", "streaming", "timeout"),
    *("transport", "upload", "download"),
)
ARGUMENTS_TAKEN = ("self", "request_options", "dt", "body", "method")
DEFAULT_STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}
SET_BY_CLIENT = frozenset({"accept", "connection", "content-length", "content-type", "host", "transfer-encoding"})
UPLOAD, DOWNLOAD = "x-specforge-upload", "x-specforge-download"
DEFAULT_ROUTE = "/$default"
RAW = Type("Response", frozenset({"Response"}))


class Style(NamedTuple):
    """How a parameter is written on the wire, where it is not the default of its location."""

    style: str
    explode: bool | None
    allow_reserved: bool


class Argument(NamedTuple):
    """An argument of a call.

    `location` is path, query, header, cookie or body; of any-methods also
    method and any-query, whatever may stand in the query string.
    """

    name: str
    wire: str
    location: str
    type: Type
    required: bool
    description: str | None = None
    style: Style | None = None
    source: Parameter | None = None


class PageCall(NamedTuple):
    """A method that yields the items of all pages: its name, the argument of the token, and where a page has both."""

    name: str
    argument: str
    token: str
    items: str
    item: Type


class Transfer(NamedTuple):
    """A method that sends a file to S3, or fetches one, by what a call answers: its name, and which of the two."""

    name: str
    is_upload: bool


class Call(NamedTuple):
    """How one operation is called.

    `returns` and `errors` go from a status to the type of its body, "" for none; a `raw` call returns the
    response as it arrived. A call with a `stream` (events or lines) yields values of type `result` as they arrive.
    """

    operation: Operation
    name: str
    path: str
    arguments: tuple[Argument, ...]
    result: Type
    raw: bool
    returns: tuple[tuple[str, Type | None], ...]
    errors: tuple[tuple[str, Type], ...]
    content: Content | None
    content_type: str | None
    accept: str
    security: tuple[tuple[str, ...], ...] | None
    stream: str | None = None
    pages: PageCall | None = None
    transfer: Transfer | None = None


class CallGroup(NamedTuple):
    """The calls of one group: its attribute of the client, its module and its class."""

    title: str
    description: str | None
    attribute: str
    module: str
    class_name: str
    calls: tuple[Call, ...]


class PythonApi(NamedTuple):
    """An API in Python: its calls and the types that they use."""

    groups: tuple[CallGroup, ...]
    book: TypeBook


def describe_calls(api: Api, report: Report, pagination: Pagination | None = None) -> PythonApi:
    """Returns all calls of an API; reports the names that had to differ from the document's."""
    groups = group_operations(api, report)
    attributes, modules, classes = UniqueNames(CLIENT_TAKEN), UniqueNames(), UniqueNames()
    named = []
    for group in groups:
        attribute = attributes.take(snake(split_words(group.name), "group"))
        class_name = classes.take(pascal(" ".join(split_words(group.name)), "Group") + "Api", "")
        named.append((group, attribute, modules.take(module(attribute)), class_name))
    book = TypeBook(api, report, [class_name for _, _, _, class_name in named])
    book.define_all()
    described = tuple(
        CallGroup(group.name, group.description, attribute, name, class_name, _calls(group, book, report))
        for group, attribute, name, class_name in named
    )
    book.define_all()
    paged = tuple(group._replace(calls=tuple(_with_pages(group.calls, api, book, pagination))) for group in described)
    return PythonApi(paged, book)


def _with_pages(calls: tuple[Call, ...], api: Api, book: TypeBook, configured: Pagination | None) -> Iterable[Call]:
    """Yields the calls; those that list page by page know the method that yields the items of all pages."""
    names = UniqueNames((*(call.name for call in calls), "dt"))
    for call in (_with_transfer(each, names) for each in calls):
        pages = find_pages(call.operation, api.schemas, configured)
        model = book.fields.get(call.result.text)
        if pages is None or model is None or call.stream:
            yield call
            continue
        fields = {field.wire: field for field in model.fields}
        argument = next((each.name for each in call.arguments if each.source is pages.parameter), None)
        token, items = fields.get(pages.token), fields.get(pages.items)
        item = None if items is None else _item_of(items.type)
        if argument is None or token is None or items is None or item is None or not _is_token(token.type):
            yield call
            continue
        name = names.take(_iteration_name(call.name))
        yield call._replace(pages=PageCall(name, argument, token.attribute, items.attribute, item))


def _with_transfer(call: Call, names: UniqueNames) -> Call:
    """Returns a call that knows its transfer, where a short form has marked its operation as one."""
    if {argument.name for argument in call.arguments} & {"file", "progress"}:
        return call
    if UPLOAD in call.operation.extra and call.result.text not in ("None", "str", "bytes") and not call.raw:
        return call._replace(transfer=Transfer(names.take(_transfer_name("upload", call.name)), is_upload=True))
    if DOWNLOAD in call.operation.extra and call.raw:
        return call._replace(transfer=Transfer(names.take(_transfer_name("download", call.name)), is_upload=False))
    return call


def _transfer_name(verb: str, name: str) -> str:
    """Returns the name of the method that transfers a file.

    >>> _transfer_name("upload", "add_photo"), _transfer_name("download", "photo"), _transfer_name("upload", "create")
    ('upload_photo', 'download_photo', 'upload_file')
    """
    first, _, rest = name.partition("_")
    if first in ("add", "create", "post", "put", "get", "fetch", "read", "start", verb):
        return f"{verb}_{rest or 'file'}"
    return f"{verb}_{name}"


def _iteration_name(name: str) -> str:
    """Returns the name of the method that yields the items of all pages.

    >>> _iteration_name("list_orders"), _iteration_name("orders"), _iteration_name("list")
    ('iter_orders', 'iter_orders', 'iter_all')
    """
    verb, _, rest = name.partition("_")
    if verb in ("list", "get", "search", "find", "query", "describe", "scan"):
        return f"iter_{rest or 'all'}"
    return f"iter_{name}"


def _item_of(type_: Type) -> Type | None:
    text = type_.text.removesuffix(" | Unset").removesuffix(" | None")
    if not (text.startswith("list[") and text.endswith("]")):
        return None
    return Type(text[5:-1], type_.uses - {"Unset", "UNSET"})


def _is_token(type_: Type) -> bool:
    return set(type_.text.split(" | ")) <= {"str", "int", "None", "Unset"}


def _calls(group: OperationGroup, book: TypeBook, report: Report) -> tuple[Call, ...]:
    names = UniqueNames(("dt",))
    calls = []
    for operation in group.operations:
        wanted = snake(operation_words(operation, group.name), "call")
        name = names.take(wanted)
        if wanted not in {name, "dt"}:
            message = f"{operation} is called {name} in Python: an earlier operation of {group.name} has its name"
            report.add("operation-name-clash", operation.origin, message)
        calls.append(_call(operation, name, book))
    return tuple(calls)


def _call(operation: Operation, name: str, book: TypeBook) -> Call:
    context = pascal(name, "Call")
    content = choose_content(operation.body.content) if operation.body else None
    good = successes(operation)
    stream = _stream_of(good)
    raw = not good or (operation.method == "ANY" and all(outcome.content is None for outcome in good))
    returns = tuple((outcome.status, _outcome_type(outcome, f"{context}Response", book)) for outcome in good)
    known = [type_ or Type("None") for _, type_ in returns]
    accepted = next((outcome.content for outcome in good if outcome.content), None)
    return Call(
        operation=operation,
        name=name,
        path=_path(operation),
        arguments=_arguments(operation, content, context, book),
        result=RAW if raw else _result(known),
        raw=raw,
        returns=returns,
        errors=_errors(operation, context, book),
        content=content,
        content_type=concrete_media_type(content.media_type) if content else None,
        accept="*/*" if raw else (accepted.media_type if accepted else "application/json"),
        security=_security(operation),
        stream=stream,
    )


def _stream_of(good: tuple[Outcome, ...]) -> str | None:
    """Returns how the values of a call arrive one by one; None where a response is one value."""
    kinds = {stream_kind(outcome.content.media_type) for outcome in good if outcome.content is not None}
    return kinds.pop() if len(kinds) == 1 else None


def _path(operation: Operation) -> str:
    """Returns the path that is called; a fragment only tells operations of one path apart and is never sent."""
    if operation.path == DEFAULT_ROUTE:
        return "/{path+}"
    return operation.path.partition("#")[0] or "/"


def _result(types: list[Type]) -> Type:
    joined = join(types)
    return joined.optional(nullable=any(type_.text == "None" for type_ in types))


def _outcome_type(outcome: Outcome, context: str, book: TypeBook) -> Type | None:
    return None if outcome.content is None else _content_type(outcome.content, context, book)


def _content_type(content: Content, context: str, book: TypeBook, *, is_sent: bool = False) -> Type:
    if stream_kind(content.media_type) is not None and not is_sent:
        return book.type_in_module(content.schema, context)
    match media_kind(content.media_type):
        case "text":
            return Type("str")
        case "binary":
            return Type("bytes")
        case _:
            return book.type_in_module(content.schema, context, is_sent=is_sent)


def _errors(operation: Operation, context: str, book: TypeBook) -> tuple[tuple[str, Type], ...]:
    types = []
    for outcome in failures(operation):
        content = outcome.content
        if content is not None and content.schema is not None and media_kind(content.media_type) == "json":
            types.append((outcome.status, book.type_in_module(content.schema, f"{context}Error")))
    return tuple(types)


def _security(operation: Operation) -> tuple[tuple[str, ...], ...] | None:
    if operation.security is None:
        return None
    return tuple(tuple(use.scheme for use in requirement) for requirement in operation.security)


def _arguments(operation: Operation, content: Content | None, context: str, book: TypeBook) -> tuple[Argument, ...]:
    is_any = operation.method == "ANY"
    names = UniqueNames(ARGUMENTS_TAKEN if is_any else ARGUMENTS_TAKEN[:-1])
    arguments = [Argument("method", "", "method", Type("str"), required=True)] if is_any else []
    if operation.path == DEFAULT_ROUTE:
        names.take("path")
        arguments.append(Argument("path", "path", "path", Type("str"), required=True))
    parameters = [parameter for parameter in operation.parameters if not _is_set_elsewhere(parameter, operation)]
    parameters.sort(key=lambda parameter: parameter.location != "path")
    arguments.extend(_argument(parameter, names, context, book) for parameter in parameters)
    if is_any and not operation.parameters_in("query"):
        arguments.append(Argument(names.take("query"), "", "any-query", Type("dict[str, str]"), required=False))
    body = _body(operation, content, context, book)
    if body is not None:
        arguments.append(body)
    return tuple(sorted(arguments, key=_position))


def _position(argument: Argument) -> int:
    """Returns where an argument stands: what may be given by position comes first, then what must be given."""
    order = {"method": 0, "path": 1}
    if argument.location in order:
        return order[argument.location]
    if argument.location == "body" and argument.required:
        return 2
    return 3 if argument.required else 4


def _is_set_elsewhere(parameter: Parameter, operation: Operation) -> bool:
    """Tells whether the client sets a header itself, as OpenAPI says of some and HTTP of others."""
    if parameter.location != "header":
        return False
    name = parameter.name.lower()
    return name in SET_BY_CLIENT or (name == "authorization" and bool(operation.security))


def _argument(parameter: Parameter, names: UniqueNames, context: str, book: TypeBook) -> Argument:
    name = names.take(snake(split_words(parameter.name), "parameter"))
    type_ = book.type_in_module(_parameter_schema(parameter), context + pascal(parameter.name, "Parameter"))
    if parameter.schema is None and not parameter.content:
        type_ = Type("str")
    enum = book.enums.get(type_.text)
    if enum is not None:
        type_ = Type(f"{type_.text} | {'str' if enum.base == 'OpenStrEnum' else 'int'}", type_.uses)
    return Argument(
        name=name,
        wire=parameter.name.rstrip("+") if parameter.location == "path" else parameter.name,
        location=parameter.location,
        type=type_,
        required=parameter.required,
        description=parameter.description,
        style=_style(parameter),
        source=parameter,
    )


def _parameter_schema(parameter: Parameter) -> Schema | None:
    return parameter.content[0].schema if parameter.content else parameter.schema


def _style(parameter: Parameter) -> Style | None:
    if parameter.content:
        return Style("json", None, parameter.allow_reserved)
    default = DEFAULT_STYLES[parameter.location]
    style = parameter.style or default
    explode = None if parameter.explode is None or parameter.explode == (style == "form") else parameter.explode
    if style == default and explode is None and not parameter.allow_reserved:
        return None
    return Style("" if style == default else style, explode, parameter.allow_reserved)


def _body(operation: Operation, content: Content | None, context: str, book: TypeBook) -> Argument | None:
    if content is None or operation.body is None:
        if operation.method != "ANY":
            return None
        return Argument("body", "", "body", Type("bytes | BinaryIO", frozenset({"BinaryIO"})), required=False)
    type_ = _content_type(content, f"{context}Body", book, is_sent=True)
    kind = media_kind(content.media_type)
    if kind in ("text", "binary"):
        type_ = Type("str | bytes") if kind == "text" else Type("bytes | BinaryIO", frozenset({"BinaryIO"}))
    required = operation.body.required
    return Argument("body", "", "body", type_, required=required, description=operation.body.description)


def error_types(groups: Iterable[CallGroup]) -> Mapping[str, tuple[Type, ...]]:
    """Returns the types that the body of each documented error status can have."""
    found: dict[str, dict[str, Type]] = {}
    for group in groups:
        for call in group.calls:
            for status, type_ in call.errors:
                found.setdefault(status, {}).setdefault(type_.text, type_)
    return {status: tuple(types.values()) for status, types in found.items()}
