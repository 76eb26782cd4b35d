"""The methods of java.util.Map and of its entries."""

from __future__ import annotations

from specforge.vtl.budget import Budget
from specforge.vtl.java.equality import equals
from specforge.vtl.java.types import Collected, Entry, from_key, to_key
from specforge.vtl.library.table import Table, table

Items = dict[object, object]


def get(_: Budget, owner: Items, key: object) -> object:
    """Returns the value of a key, or None."""
    return owner.get(key if type(key) is str else to_key(key))


def put(budget: Budget, owner: Items, key: object, value: object) -> object:
    """Sets a value and returns the one before."""
    key = to_key(key)
    old = owner.get(key)
    owner[key] = value
    budget.spend_items(len(owner) >> 8)
    return old


def _put_all(budget: Budget, owner: Items, others: Items) -> str:
    budget.spend_items(len(owner) + len(others))
    owner.update(others)
    return ""


def _put_if_absent(budget: Budget, owner: Items, key: object, value: object) -> object:
    old = get(budget, owner, key)
    return put(budget, owner, key, value) if old is None else old


def _replace(budget: Budget, owner: Items, key: object, value: object) -> object:
    return put(budget, owner, key, value) if to_key(key) in owner else None


def _contains_value(budget: Budget, owner: Items, value: object) -> bool:
    budget.spend(len(owner))
    return any(equals(value, item, budget) for item in owner.values())


def _clear(_: Budget, owner: Items) -> str:
    owner.clear()
    return ""


def _get_or_default(_: Budget, owner: Items, key: object, default: object) -> object:
    return owner.get(to_key(key), default)


def _remove_pair(budget: Budget, owner: Items, key: object, value: object) -> bool:
    found = to_key(key) in owner and equals(owner[to_key(key)], value, budget)
    if found:
        del owner[to_key(key)]
    return found


def _entries(budget: Budget, owner: Items) -> Collected:
    budget.spend(len(owner))
    return Collected(lambda owner: [Entry(owner, key) for key in owner], owner)


def _set_value(budget: Budget, owner: Entry, value: object) -> object:
    # An entry that its map has lost changes nothing.
    return put(budget, owner.owner, from_key(owner.key), value) if owner.key in owner.owner else None


MAP: Table = table(
    {
        "clear": ("", _clear),
        "containsKey": ("o", lambda _, owner, key: to_key(key) in owner),
        "containsValue": ("o", _contains_value),
        "entrySet": ("", _entries),
        "get": ("o", get),
        "getOrDefault": ("oo", _get_or_default),
        "isEmpty": ("", lambda _, owner: not owner),
        "keySet": ("", lambda _, owner: Collected(lambda owner: map(from_key, owner), owner)),
        "put": ("oo", put),
        "putAll": ("M", _put_all),
        "putIfAbsent": ("oo", _put_if_absent),
        "remove": ("o", lambda _, owner, key: owner.pop(to_key(key), None)),
        "remove:pair": ("oo", _remove_pair),
        "replace": ("oo", _replace),
        "size": ("", lambda _, owner: len(owner)),
        "values": ("", lambda _, owner: Collected(lambda owner: owner.values(), owner)),
    }
)
ENTRY: Table = table(
    {
        "getKey": ("", lambda _, owner: from_key(owner.key)),
        "getValue": ("", lambda _, owner: owner.owner.get(owner.key)),
        "setValue": ("o", _set_value),
    }
)
