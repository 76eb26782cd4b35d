"""Names of models: alphanumeric for REST APIs, and unique."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from specforge.ir import Api, Kind, Lazy, Operation, Schema

_NOT_ALPHANUMERIC = re.compile(r"[^A-Za-z0-9]+")
_NOT_COMPONENT_KEY = re.compile(r"[^A-Za-z0-9._-]+")


def model_names(api: Api) -> Mapping[str, str]:
    """Returns the name in the import document of each schema of the document.

    A REST API turns every component into a model, whose name must be alphanumeric; a name that is good already
    is never taken by another. Source: botocore, CreateModelRequest.
    """
    return _names(api, _NOT_ALPHANUMERIC if api.kind is Kind.REST else _NOT_COMPONENT_KEY)


def component_names(api: Api) -> Mapping[str, str]:
    """Returns the name of each schema where it need not become a model."""
    return _names(api, _NOT_COMPONENT_KEY)


def _names(api: Api, allowed: re.Pattern[str]) -> Mapping[str, str]:
    schemas = _all_names(api)
    taken = {name for name in schemas if name and not allowed.search(name)}
    names: dict[str, str] = {}
    for name in schemas:
        names[name] = name if name in taken and name not in names else unique(joined_words(name, allowed), taken)
        taken.add(names[name])
    return names


def _all_names(api: Api) -> list[str]:
    """Returns the names of all schemas; what only a reference leads to shows once its reference is built."""
    for operation in api.operations:
        for schema in _schemas(operation):
            schema.get()
    for name in api.schemas:
        api.schemas[name]
    return list(api.schemas)


def _schemas(operation: Operation) -> Iterator[Lazy[Schema]]:
    responses = operation.responses
    contents = [*(operation.body.content if operation.body is not None else ())]
    contents += [content for response in responses for content in response.content]
    contents += [content for parameter in operation.parameters for content in parameter.content]
    lazy = [content.lazy_schema for content in contents]
    lazy += [parameter.lazy_schema for parameter in operation.parameters]
    lazy += [header.lazy_schema for response in responses for header in response.headers]
    yield from (schema for schema in lazy if schema is not None)


def joined_words(text: str, separators: re.Pattern[str] = _NOT_ALPHANUMERIC) -> str:
    """Returns the words of a name written together, each further one with a capital.

    >>> joined_words("order.line-item")
    'orderLineItem'
    """
    first, *others = [word for word in separators.split(text) if word] or ["Model"]
    return first + "".join(word[0].upper() + word[1:] for word in others)


def capitalised(text: str) -> str:
    """Returns the words of a name written together, each with a capital.

    >>> capitalised("get /orders/{id}")
    'GetOrdersId'
    """
    name = joined_words(text)
    return name[0].upper() + name[1:]


def unique(wanted: str, taken: Collection[str]) -> str:
    """Returns the name, with the first number from 2 on that makes it differ from those taken."""
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}{number}"
    return name
