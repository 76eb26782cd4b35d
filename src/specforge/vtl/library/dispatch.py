"""Finds properties and methods of values, and sets members: by exact type, in closed tables."""

from __future__ import annotations

import struct
from decimal import Decimal

from specforge.vtl.budget import Budget
from specforge.vtl.java import utf16
from specforge.vtl.java.equality import equals
from specforge.vtl.java.printing import text
from specforge.vtl.java.types import (
    ArrayList,
    Character,
    Collected,
    Entry,
    Hidden,
    Iterator,
    JavaArray,
    Opaque,
    Override,
    SubList,
    from_key,
    number_class,
)  # fmt: skip
from specforge.vtl.library import lists, maps
from specforge.vtl.library.input import INPUT, INPUT_PROPERTIES, Input
from specforge.vtl.library.lists import ARRAY, COLLECTED, LIST, SUB_LIST
from specforge.vtl.library.maps import ENTRY, MAP
from specforge.vtl.library.numbers import BIG_INTEGER, BOOLEAN, CHARACTER, DECIMAL, DOUBLE, INTEGER, LONG_INTEGER
from specforge.vtl.library.scopes import FOREACH, Block, ForeachScope
from specforge.vtl.library.strings import STRING
from specforge.vtl.library.table import NO_METHOD, Method, Table, table, thrown
from specforge.vtl.library.util_functions import UTIL, UTIL_PROPERTIES, Util


def hash_code(budget: Budget, value: object) -> int:
    """Returns hashCode() of a value."""
    budget.spend(1)
    if value is None:
        return 0
    if isinstance(value, bool):
        return 1231 if value else 1237
    if isinstance(value, str):
        return utf16.hash_code(value)
    if isinstance(value, int):
        return _whole_hash(value)
    if isinstance(value, float):
        bits: int = struct.unpack("<Q", struct.pack("<d", value))[0]
        return _signed(bits ^ (bits >> 32))
    if isinstance(value, dict):
        return _signed(sum(_entry_hash(budget, key, item) for key, item in value.items()))
    if isinstance(value, Collected):
        value.refresh()
        return _signed(sum(hash_code(budget, item) for item in value))
    if isinstance(value, Entry):
        return _signed(_entry_hash(budget, value.key, value.owner.get(value.key)))
    if isinstance(value, list):
        total = 1
        for item in value:
            total = (31 * total + hash_code(budget, item)) & 0xFFFFFFFF
        return _signed(total)
    return utf16.hash_code(text(value, budget))


def _whole_hash(value: int) -> int:
    match number_class(value):
        case "Integer":
            return value
        case "Long":
            return _signed(value ^ (value >> 32))
        case _:
            total = 0
            size = abs(value)
            for word in range((size.bit_length() - 1) // 32, -1, -1):
                total = 31 * total + ((size >> 32 * word) & 0xFFFFFFFF)
            return _signed(total if value > 0 else -total)


def _entry_hash(budget: Budget, key: object, value: object) -> int:
    return hash_code(budget, from_key(key)) ^ hash_code(budget, value)


def _signed(value: int) -> int:
    value &= 0xFFFFFFFF
    return value - (1 << 32) if value >> 31 else value


def _next(_: Budget, owner: Iterator) -> object:
    if owner.at >= len(owner.items):
        raise thrown("util.NoSuchElementException")
    owner.at += 1
    return owner.items[owner.at - 1]


_OBJECT: Table = table(
    {
        "equals": ("o", lambda budget, owner, other: equals(owner, other, budget)),
        "hashCode": ("", hash_code),
        "toString": ("", lambda budget, owner: text(owner, budget)),
    }
)
_ITERATOR: Table = table({"hasNext": ("", lambda _, owner: owner.at < len(owner.items)), "next": ("", _next)})
METHODS: dict[type, Table] = {
    kind: {**_OBJECT, **own}
    for kind, own in {
        str: STRING, int: INTEGER, bool: BOOLEAN, float: DOUBLE, Decimal: DECIMAL, Character: CHARACTER,
        list: LIST, ArrayList: LIST, SubList: SUB_LIST, Collected: COLLECTED, JavaArray: ARRAY, dict: MAP, Hidden: MAP,
        Override: MAP,
        Entry: ENTRY, Iterator: _ITERATOR, Input: INPUT, Util: UTIL, ForeachScope: FOREACH,
    }.items()
}  # fmt: skip
_WHOLE: dict[str, Table] = {
    "Integer": METHODS[int],
    "Long": {**_OBJECT, **LONG_INTEGER},
    "BigInteger": {**_OBJECT, **BIG_INTEGER},
}
METHODS[Block] = {}
METHODS[Opaque] = {}


def _getters(methods: Table) -> Table:
    """Returns the properties that stand for methods: `.key` for getKey(), `.empty` for isEmpty()."""
    found: Table = {}
    for prefix in ("is", "get"):
        for key, method in methods.items():
            name, _, count = key.partition("/")
            rest = name.removeprefix(prefix)
            if count == "0" and rest and rest != name:
                found[rest[0].lower() + rest[1:]] = found[rest] = method
    return found


_PROPERTIES: dict[type, Table] = {kind: _getters(methods) for kind, methods in METHODS.items()}
_CONSTANTS = {Input: INPUT_PROPERTIES, Util: UTIL_PROPERTIES}


def find_property(budget: Budget, owner: object, name: str) -> object:
    """Returns `owner.name`, or None; the class of a value is not for templates."""
    if isinstance(owner, dict):
        return owner.get(name) if name != "class" else None
    kind = type(owner)
    getters = _PROPERTIES.get(kind)
    if getters is None:
        return None
    getter: Method | None = getters.get(name)
    if getter is not None:
        return getter(budget, owner)
    if kind is ForeachScope:
        return owner.kept.get(name)  # type: ignore[attr-defined]  # narrowed by its exact type
    constants = _CONSTANTS.get(kind)
    return constants.get(name) if constants is not None else None


def call(budget: Budget, owner: object, key: str, *arguments: object) -> object:
    """Returns what `owner.name(arguments)` returns; None too where there is no such method."""
    methods = METHODS.get(type(owner))
    if methods is None:
        return None
    if type(owner) is int:
        methods = _WHOLE[number_class(owner)]
    method = methods.get(key)
    found = NO_METHOD if method is None else method(budget, owner, *arguments)
    if found is NO_METHOD:
        _refuse_without_method(methods, key)
        return None
    return found


def _refuse_without_method(methods: Table, key: str) -> None:
    """Answers a call that no method fits: nothing, but Velocity 1.7 calls one without parameters all the same."""
    if key.partition("/")[0] + "/0" in methods:
        raise thrown("lang.IllegalArgumentException", "wrong number of arguments")


def find_item(budget: Budget, owner: object, key: object) -> object:
    """Returns `owner[key]`, or None; a negative position counts from the end."""
    if type(owner) is dict and type(key) is str:
        return owner.get(key)
    return call(budget, owner, "get/1", _counted(budget, owner, key))


def _counted(budget: Budget, owner: object, key: object) -> object:
    if type(key) is int and key < 0:
        size = call(budget, owner, "size/0")
        if isinstance(size, int):
            return size + key
    return key


def set_item(budget: Budget, owner: object, key: object, value: object) -> None:
    """Does `#set($owner[key] = value)`; nothing where the owner takes no items."""
    key = _counted(budget, owner, key)
    if isinstance(owner, dict):
        maps.put(budget, owner, key, value)
    elif isinstance(owner, JavaArray) and type(key) is int:
        lists.put_typed(budget, owner, key, value)
    elif type(owner) in (list, ArrayList) and isinstance(owner, list) and type(key) is int:
        lists.put(budget, owner, key, value)
    elif isinstance(owner, ForeachScope):
        maps.put(budget, owner.kept, key, value)


def set_property(budget: Budget, owner: object, name: str, value: object) -> None:
    """Does `#set($owner.name = value)`; nothing where the owner has no such member to set."""
    if isinstance(owner, dict):
        maps.put(budget, owner, name, value)
    elif isinstance(owner, ForeachScope):
        maps.put(budget, owner.kept, name, value)
    elif isinstance(owner, Entry) and name in ("value", "Value"):
        maps.put(budget, owner.owner, owner.key, value)
