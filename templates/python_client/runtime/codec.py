"""JSON data to models and back.

Decoding is driven by the annotations of the models, which are read when a model is first met: what a
response does not hold is never imported. It never fails: data that does not fit its annotation is kept.
"""

from __future__ import annotations

import datetime as dt
import types
import typing
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, Field
from dataclasses import fields as dataclass_fields
from enum import Enum
from functools import cache
from typing import Annotated, Any, ForwardRef, Literal

from .files import File
from .model import Discriminator, Model
from .values import UNSET, Unknown, Unset, is_list, is_object, is_sequence

Decoder = Callable[[Any], Any]


@cache
def codec_of(models: types.ModuleType) -> Codec:
    """Returns the codec of a package of models."""
    return Codec(models)


def keep(data: Any) -> Any:
    """Decodes what needs no decoding."""
    return data


class Names:
    """What annotations may name; models are imported when one is first asked for."""

    def __init__(self, models: types.ModuleType) -> None:
        self._models = models
        self._known = frozenset(models.__all__)
        self._open: set[str] = set()

    def __getitem__(self, name: str) -> Any:
        if name in STANDARD:
            return STANDARD[name]
        if name == "UUID":
            from uuid import UUID

            return UUID
        if name not in self._known:
            raise KeyError(name)
        value = getattr(self._models, name)
        return self._alias(name, value) if isinstance(value, str) else value

    def evaluate(self, annotation: str) -> Any:
        """Returns the type that a generated annotation names."""
        names: Any = self
        return eval(annotation, {}, names)

    def _alias(self, name: str, text: str) -> Any:
        if name in self._open:
            return ForwardRef(name)
        self._open.add(name)
        try:
            return self.evaluate(text)
        finally:
            self._open.discard(name)


STANDARD: Mapping[str, Any] = {
    "Annotated": Annotated,
    "Any": Any,
    "Discriminator": Discriminator,
    "File": File,
    "Literal": Literal,
    "Unknown": Unknown,
    "Unset": Unset,
    "builtins": __import__("builtins"),
    "dt": dt,
}


class Shape(typing.NamedTuple):
    """How a model's fields arrive: by wire name, the attribute and its decoder."""

    fields: Mapping[str, tuple[str, Decoder]]
    annotations: Mapping[str, str]
    required: frozenset[str]
    constants: Mapping[str, tuple[Any, ...]]
    missing: Mapping[str, Any]
    extra: Decoder


class Codec:
    """Decodes the types of one package of models."""

    def __init__(self, models: types.ModuleType) -> None:
        self._names = Names(models)
        self._decoders: dict[str, Decoder] = {}
        self._shapes: dict[type[Model], Shape] = {}

    def decode(self, annotation: str, data: Any) -> Any:
        """Returns the value of an annotated type that JSON data stands for."""
        return self._named(annotation)(data)

    def decode_model(self, model: type[Model], data: Any) -> Any:
        """Returns the model that an object stands for; anything but an object is kept."""
        if not is_object(data):
            return data
        shape = self.shape(model)
        values = dict(shape.missing)
        extra: dict[str, Any] = {}
        for key, item in data.items():
            known = shape.fields.get(key)
            if known is None:
                extra[key] = shape.extra(item)
            else:
                values[known[0]] = known[1](item)
        return model(extra=extra, **values)

    def shape(self, model: type[Model]) -> Shape:
        """Returns how a model's fields arrive, worked out once."""
        if model not in self._shapes:
            self._shapes[model] = self._read_shape(model)
        return self._shapes[model]

    def _read_shape(self, model: type[Model]) -> Shape:
        fields: dict[str, Field[Any]] = {
            field.name: field for field in dataclass_fields(model)
        }
        extra = fields.pop("extra")
        wire = model.wire_names
        required = {
            name: field for name, field in fields.items() if field.default is MISSING
        }
        constants = {
            wire.get(name, name): typing.get_args(self._names.evaluate(str(field.type)))
            for name, field in fields.items()
            if str(field.type).startswith("Literal[")
        }
        return Shape(
            fields={
                wire.get(name, name): (name, self._named(str(field.type)))
                for name, field in fields.items()
            },
            annotations={
                wire.get(name, name): str(field.type) for name, field in fields.items()
            },
            required=frozenset(
                wire.get(name, name)
                for name, field in required.items()
                if not str(field.type).endswith("| Unset")
            ),
            constants=constants,
            missing=dict.fromkeys(required, UNSET),
            extra=self._value_of(str(extra.type)),
        )

    def _value_of(self, annotation: str) -> Decoder:
        arguments = typing.get_args(self._names.evaluate(annotation))
        return self.decoder(arguments[1]) if len(arguments) == 2 else keep

    def _named(self, annotation: str) -> Decoder:
        if annotation not in self._decoders:
            self._decoders[annotation] = self._deferred(annotation)
        return self._decoders[annotation]

    def _deferred(self, annotation: str) -> Decoder:
        """Returns a decoder that reads its annotation when the first value comes."""
        if annotation in ("str", "int", "float", "bool", "Any"):
            return keep

        ready: list[Decoder] = []

        def decode(data: Any) -> Any:
            if not ready:
                ready.append(self.decoder(self._names.evaluate(annotation)))
            return ready[0](data)

        return decode

    def decoder(self, wanted: Any) -> Decoder:
        """Returns the decoder of a type."""
        if isinstance(wanted, str):
            return self._named(wanted)
        if isinstance(wanted, ForwardRef):
            return self._named(wanted.__forward_arg__)
        if isinstance(wanted, type) and not typing.get_args(wanted):
            return self._class_decoder(wanted)
        return self._generic_decoder(wanted)

    def _class_decoder(self, wanted: type) -> Decoder:
        if issubclass(wanted, Model):
            return lambda data: self.decode_model(wanted, data)
        if issubclass(wanted, Enum):
            return lenient(wanted)
        return lenient(PARSERS[wanted.__name__]) if wanted.__name__ in PARSERS else keep

    def _generic_decoder(self, wanted: Any) -> Decoder:
        origin, arguments = typing.get_origin(wanted), typing.get_args(wanted)
        if origin is Annotated:
            return self._discriminated(wanted)
        if origin is list:
            return list_of(self.decoder(arguments[0]))
        if origin is dict:
            return dict_of(self.decoder(arguments[1]))
        if origin in (typing.Union, types.UnionType):
            return self._union(arguments)
        return keep

    def _discriminated(self, wanted: Any) -> Decoder:
        by_shape = self.decoder(wanted.__origin__)
        discriminator = wanted.__metadata__[0]

        def decode(data: Any) -> Any:
            kind = data.get(discriminator.property) if is_object(data) else None
            name = discriminator.models.get(kind) if isinstance(kind, str) else None
            if name is not None:
                return self._named(name)(data)
            return Unknown(data) if kind is not None else by_shape(data)

        return decode

    def _union(self, arguments: Iterable[Any]) -> Decoder:
        members = [self.resolve(member) for member in arguments]
        open_ = Unknown in members
        members = list(
            flat(
                member
                for member in members
                if member not in (type(None), Unset, Unknown)
            )
        )
        if len(members) == 1 and not open_:
            single = self.decoder(members[0])
            return lambda data: None if data is None else single(data)

        def decode(data: Any) -> Any:
            if data is None:
                return None
            best = max(members, key=lambda member: self.fit(member, data), default=None)
            if best is None or self.fit(best, data) < 0:
                return Unknown(data) if open_ else data
            return self.decoder(best)(data)

        return decode

    def resolve(self, wanted: Any) -> Any:
        """Returns the type behind a forward reference."""
        if isinstance(wanted, ForwardRef):
            return self._names.evaluate(wanted.__forward_arg__)
        return self._names.evaluate(wanted) if isinstance(wanted, str) else wanted

    def fit(self, wanted: Any, data: Any) -> int:
        """Returns how well data fits a type: below zero not at all, else more is better."""
        wanted = self.resolve(wanted)
        origin, arguments = typing.get_origin(wanted), typing.get_args(wanted)
        if isinstance(wanted, type) and not arguments and issubclass(wanted, Model):
            return self._fit_model(wanted, data)
        if origin is Annotated:
            return self.fit(arguments[0], data)
        if origin in (typing.Union, types.UnionType):
            return max(self.fit(member, data) for member in arguments)
        if origin is Literal:
            return 3 if data in arguments else -1
        if origin is list or origin is dict:
            return self._fit_container(origin, arguments[-1], data)
        return fit_scalar(wanted, data)

    def _fit_model(self, model: type[Model], data: Any) -> int:
        if not is_object(data):
            return -1
        shape = self.shape(model)
        wrong = any(
            key in data and data[key] not in values
            for key, values in shape.constants.items()
        )
        if wrong or not shape.required <= data.keys():
            return -1
        return (
            2
            + 2 * sum(key in shape.fields for key in data)
            - sum(key not in shape.fields for key in data) // 8
        )

    def _fit_container(self, origin: Any, item: Any, data: Any) -> int:
        if not isinstance(data, origin):
            return -1
        if not data:
            return 1
        first = data[0] if is_list(data) else next(iter(data.values()))
        return 1 if self.fit(item, first) >= 0 else -1


def flat(members: Iterable[Any]) -> Iterable[Any]:
    """Yields the members of nested unions that no discriminator rules."""
    for member in members:
        if typing.get_origin(member) in (typing.Union, types.UnionType):
            yield from flat(typing.get_args(member))
        elif member not in (type(None), Unset, Unknown):
            yield member


def fit_scalar(wanted: Any, data: Any) -> int:
    """Returns how well data fits a type that has no parts."""
    if wanted is Any:
        return 0
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        if not isinstance(data, wanted.__mro__[2]):
            return -1
        return 3 if data in wanted._value2member_map_ else 1
    if isinstance(data, bool):
        return 2 if wanted is bool else -1
    if wanted in (int, float):
        return (
            (2 if type(data) is wanted else 1) if isinstance(data, int | float) else -1
        )
    if wanted is str:
        return 1 if isinstance(data, str) else -1
    if isinstance(data, str) and (name := str(wanted.__name__)) in PARSERS:
        return 2 if lenient(PARSERS[name])(data) is not data else -1
    return -1


def lenient(parse: Callable[[Any], Any]) -> Decoder:
    """Returns a parser that keeps what it cannot parse."""

    def decode(data: Any) -> Any:
        try:
            return parse(data)
        except (ValueError, TypeError, AttributeError, OverflowError):
            return data

    return decode


def list_of(item: Decoder) -> Decoder:
    """Returns the decoder of a list."""
    return lambda data: [item(element) for element in data] if is_list(data) else data


def dict_of(value: Decoder) -> Decoder:
    """Returns the decoder of a mapping with string keys."""
    return lambda data: (
        {key: value(item) for key, item in data.items()} if is_object(data) else data
    )


def parse_uuid(text: str) -> Any:
    """Returns the UUID that a text spells."""
    from uuid import UUID

    return UUID(text)


PARSERS: Mapping[str, Callable[[Any], Any]] = {
    "datetime": dt.datetime.fromisoformat,
    "date": dt.date.fromisoformat,
    "UUID": parse_uuid,
    "bytes": lambda text: b64decode(text, validate=True),
}


def encode(value: Any, *, sent: bool = False) -> Any:
    """Returns the JSON data of a value; a datetime without time zone is taken for UTC.

    What is `sent` goes without the fields that only the server sets.
    """
    if isinstance(value, Model):
        return encode_model(value, sent=sent)
    if value is None or isinstance(value, str | int | float):
        return value.value if isinstance(value, Enum) else value
    if is_object(value):
        return {
            str(key): encode(item, sent=sent)
            for key, item in value.items()
            if item is not UNSET
        }
    if is_sequence(value):
        return [encode(item, sent=sent) for item in value]
    if isinstance(value, Unknown):
        return value.value
    return encode_scalar(value)


_ATTRIBUTES: dict[type[Any], tuple[tuple[str, str], ...]] = {}


def attributes(model: type[Any]) -> tuple[tuple[str, str], ...]:
    """Returns the attributes of a model and their names on the wire, worked out once."""
    if model not in _ATTRIBUTES:
        names = [
            field.name for field in dataclass_fields(model) if field.name != "extra"
        ]
        _ATTRIBUTES[model] = tuple(
            (name, model.wire_names.get(name, name)) for name in names
        )
    return _ATTRIBUTES[model]


def members(value: Model, *, sent: bool = False) -> Iterator[tuple[str, Any]]:
    """Yields the fields of a model that are set, under their wire names, not yet encoded."""
    known: set[str] = set()
    left_out = value.read_only if sent else frozenset[str]()
    for name, wire in attributes(type(value)):
        item = getattr(value, name)
        known.add(wire)
        if item is not UNSET and wire not in left_out:
            yield wire, item
    yield from ((key, item) for key, item in value.extra.items() if key not in known)


def encode_model(value: Model, *, sent: bool = False) -> dict[str, Any]:
    """Returns the JSON data of a model under its wire names."""
    return {name: encode(item, sent=sent) for name, item in members(value, sent=sent)}


def encode_scalar(value: Any) -> Any:
    """Returns the JSON text of a date, a UUID or bytes."""
    if isinstance(value, dt.datetime):
        aware = value if value.tzinfo else value.replace(tzinfo=dt.UTC)
        return aware.isoformat().replace("+00:00", "Z")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, bytes | bytearray):
        return b64encode(value).decode("ascii")
    return str(value)
