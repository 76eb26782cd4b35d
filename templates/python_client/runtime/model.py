"""What all models have: wire names, unknown fields, and the way from and to JSON data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, ClassVar, Self


@dataclass(slots=True, kw_only=True)
class Model:
    """An object of the API.

    A field that the document does not name is kept in `extra` and sent back unchanged.
    """

    extra: dict[str, Any] = field(default_factory=dict[str, Any], repr=False)
    wire_names: ClassVar[Mapping[str, str]] = {}
    read_only: ClassVar[frozenset[str]] = frozenset()

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Returns the object that JSON data stands for; data that differs from the document is kept."""
        from .codec import codec_of

        models = import_module(cls.__module__.rpartition(".")[0])
        instance: Self = codec_of(models).decode_model(cls, data)
        return instance

    def to_dict(self) -> dict[str, Any]:
        """Returns JSON data under the wire names, without the fields that are `UNSET`."""
        from .codec import encode_model

        return encode_model(self)


class Discriminator:
    """Tells the members of a union apart: `models` goes from a value of the property to a model's name."""

    __slots__ = ("models", "property")

    def __init__(self, property: str, models: Mapping[str, str]) -> None:
        self.property = property
        self.models = models
