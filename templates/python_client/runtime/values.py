"""Values that JSON has no word for: a field that is absent, a variant or an enum value nobody knew of."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum, IntEnum, StrEnum
from typing import Any, Final, Literal, Self, TypeGuard


def is_list(value: Any) -> TypeGuard[list[Any]]:
    """Tells whether JSON data is a list."""
    return isinstance(value, list)


def is_sequence(value: Any) -> TypeGuard[Collection[Any]]:
    """Tells whether a value is written as a list."""
    return isinstance(value, list | tuple | set | frozenset)


def is_object(value: Any) -> TypeGuard[Mapping[str, Any]]:
    """Tells whether JSON data is an object."""
    return isinstance(value, Mapping)


class Unset(Enum):
    """The type of `UNSET`."""

    UNSET = "UNSET"

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"


UNSET: Final = Unset.UNSET
"""Marks a field that is absent, as opposed to one that is null (`None`)."""


@dataclass(slots=True, frozen=True)
class Unknown:
    """A value that fits no documented variant; it is sent back as it came."""

    value: Any


class OpenStrEnum(StrEnum):
    """Documented strings; any other string is a member without a name of its own."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        return member

    @property
    def is_known(self) -> bool:
        """Tells whether the documentation lists this value."""
        return self._value_ in type(self)._value2member_map_


class OpenIntEnum(IntEnum):
    """Documented integers; any other integer is a member without a name of its own."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, int):
            return None
        member = int.__new__(cls, value)
        member._name_ = str(value)
        member._value_ = value
        return member

    @property
    def is_known(self) -> bool:
        """Tells whether the documentation lists this value."""
        return self._value_ in type(self)._value2member_map_
