"""Where JSON data differs from an annotated type: what a strict call asks before it decodes."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Annotated, Any, Literal

from .codec import PARSERS, Codec, lenient
from .model import Model
from .values import Unknown, Unset, is_list, is_object

NAMES: Mapping[type, str] = {
    dict: "an object",
    list: "a list",
    str: "a string",
    bool: "a boolean",
}
SCALARS: Mapping[type, tuple[type, ...]] = {
    str: (str,),
    int: (int,),
    float: (int, float),
    bool: (bool,),
}


def differences(codec: Codec, wanted: Any, data: Any, path: str = "$") -> Iterator[str]:
    """Yields a sentence for each place where data is not of a type; a field more than documented is none."""
    wanted = codec.resolve(wanted)
    origin, arguments = typing.get_origin(wanted), typing.get_args(wanted)
    if origin is Annotated:
        yield from differences(codec, wanted.__origin__, data, path)
    elif origin in (typing.Union, types.UnionType):
        yield from of_union(codec, arguments, data, path)
    elif origin is Literal:
        if data not in arguments:
            yield f"{path} is {data!r}, not {' or '.join(map(repr, arguments))}"
    elif origin is list:
        yield from of_items(codec, arguments[0], data, path)
    elif origin is dict:
        yield from of_values(codec, arguments[1], data, path)
    elif isinstance(wanted, type) and issubclass(wanted, Model):
        yield from of_model(codec, wanted, data, path)
    else:
        yield from of_scalar(wanted, data, path)


def of_union(
    codec: Codec, arguments: tuple[Any, ...], data: Any, path: str
) -> Iterator[str]:
    """Yields how data differs from the member that fits best; nothing when one fits."""
    members = [codec.resolve(argument) for argument in arguments]
    if data is None:
        if type(None) not in members:
            yield f"{path} is null"
        return
    members = [
        member for member in members if member not in (type(None), Unset, Unknown)
    ]
    found = [list(differences(codec, member, data, path)) for member in members]
    if found:
        yield from min(found, key=len)


def of_items(codec: Codec, item: Any, data: Any, path: str) -> Iterator[str]:
    """Yields how data differs from a list."""
    if not is_list(data):
        yield f"{path} is {name_of(data)}, not a list"
        return
    for index, element in enumerate(data):
        yield from differences(codec, item, element, f"{path}[{index}]")


def of_values(codec: Codec, value: Any, data: Any, path: str) -> Iterator[str]:
    """Yields how data differs from a mapping."""
    if not is_object(data):
        yield f"{path} is {name_of(data)}, not an object"
        return
    for key, item in data.items():
        yield from differences(codec, value, item, f"{path}.{key}")


def of_model(codec: Codec, model: type[Model], data: Any, path: str) -> Iterator[str]:
    """Yields how data differs from a model."""
    if not is_object(data):
        yield f"{path} is {name_of(data)}, not an object"
        return
    shape = codec.shape(model)
    yield from (
        f"{path}.{name} is missing" for name in sorted(shape.required - data.keys())
    )
    for key, item in data.items():
        if key in shape.annotations:
            yield from differences(codec, shape.annotations[key], item, f"{path}.{key}")


def of_scalar(wanted: Any, data: Any, path: str) -> Iterator[str]:
    """Yields how data differs from a type that has no parts."""
    if not isinstance(wanted, type):
        return
    if issubclass(wanted, Enum):
        if data not in list(wanted._value2member_map_):
            yield f"{path} is {data!r}, which is not listed"
    elif wanted in SCALARS:
        fits = isinstance(data, SCALARS[wanted]) and (
            wanted is bool or not isinstance(data, bool)
        )
        if not fits:
            yield f"{path} is {name_of(data)}, not {wanted.__name__}"
    elif wanted.__name__ in PARSERS:
        parsed = lenient(PARSERS[wanted.__name__])(data)
        if not isinstance(data, str) or (parsed is data):
            yield f"{path} is {data!r}, not a {wanted.__name__}"


def name_of(data: Any) -> str:
    """Returns what JSON calls a value."""
    if data is None:
        return "null"
    for kind, name in NAMES.items():
        if isinstance(data, kind):
            return name
    return "a number"
