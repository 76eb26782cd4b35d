"""The methods of java.util.List, of arrays as Velocity wraps them, and of what maps return as collections."""

from __future__ import annotations

from specforge.vtl.budget import Budget
from specforge.vtl.java.equality import equals
from specforge.vtl.java.types import Collected, Iterator, JavaArray, SubList, as_list
from specforge.vtl.library.table import Entries, Method, Table, table, thrown

Items = list[object]


def _bounds(index: int, length: int) -> Exception:
    return thrown("lang.IndexOutOfBoundsException", f"Index {index} out of bounds for length {length}")


def get(_: Budget, owner: Items, index: int) -> object:
    """Returns an item."""
    if not 0 <= index < len(owner):
        raise _bounds(index, len(owner))
    return owner[index]


def put(_: Budget, owner: Items, index: int, value: object) -> object:
    """Replaces an item and returns what stood there."""
    old = get(_, owner, index)
    owner[index] = value
    return old


def put_typed(budget: Budget, owner: JavaArray, index: int, value: object) -> object:
    """Replaces an item of an array."""
    get(budget, owner, index)
    if owner.kind is not object and type(value) is not owner.kind:
        raise thrown("lang.IllegalArgumentException", "array element type mismatch")
    return put(budget, owner, index, value)


def _add(budget: Budget, owner: Items, value: object) -> bool:
    owner.append(value)
    budget.spend_items(len(owner) >> 8)
    return True


def _insert(_: Budget, owner: Items, index: int, value: object) -> str:
    if not 0 <= index <= len(owner):
        raise thrown("lang.IndexOutOfBoundsException", f"Index: {index}, Size: {len(owner)}")
    owner.insert(index, value)
    return ""


def _add_all(budget: Budget, owner: Items, others: Items) -> bool:
    others = as_list(others) or []
    budget.spend_items(len(owner) + len(others))
    owner.extend(list(others))
    return bool(others)


def _insert_all(budget: Budget, owner: Items, index: int, others: Items) -> bool:
    if not 0 <= index <= len(owner):
        raise thrown("lang.IndexOutOfBoundsException", f"Index: {index}, Size: {len(owner)}")
    others = as_list(others) or []
    budget.spend_items(len(owner) + len(others))
    owner[index:index] = list(others)
    return bool(others)


def _remove_at(_: Budget, owner: Items, index: int) -> object:
    get(_, owner, index)
    return owner.pop(index)


def _remove(budget: Budget, owner: Items, value: object) -> bool:
    index = _index_of(budget, owner, value)
    if index >= 0:
        del owner[index]
    return index >= 0


def _index_of(budget: Budget, owner: Items, value: object) -> int:
    budget.spend(len(owner))
    return next((index for index, item in enumerate(owner) if equals(value, item, budget)), -1)


def _last_index_of(budget: Budget, owner: Items, value: object) -> int:
    budget.spend(len(owner))
    return next((index for index in range(len(owner) - 1, -1, -1) if equals(value, owner[index], budget)), -1)


def _contains(budget: Budget, owner: Items, value: object) -> bool:
    return _index_of(budget, owner, value) >= 0


def _contains_all(budget: Budget, owner: Items, others: Items) -> bool:
    return all(_contains(budget, owner, other) for other in as_list(others) or ())


def _keep(budget: Budget, owner: Items, others: Items, *, present: bool) -> bool:
    others = as_list(others) or []
    kept = [item for item in owner if _contains(budget, others, item) is present]
    changed = len(kept) != len(owner)
    owner[:] = kept
    return changed


def _sub_list(_: Budget, owner: Items, begin: int, end: int) -> SubList:
    if begin < 0:
        raise thrown("lang.IndexOutOfBoundsException", f"fromIndex = {begin}")
    if end > len(owner):
        raise thrown("lang.IndexOutOfBoundsException", f"toIndex = {end}")
    if begin > end:
        raise thrown("lang.IllegalArgumentException", f"fromIndex({begin}) > toIndex({end})")
    return SubList(owner[begin:end])


def _clear(_: Budget, owner: Items) -> str:
    owner.clear()
    return ""


def _of_present(method: Method) -> Method:
    """Returns the method of a view: it looks at the map as it is."""

    def called(budget: Budget, owner: Collected, *arguments: object) -> object:
        owner.refresh()
        budget.spend(len(owner))
        return method(budget, owner, *arguments)

    return called


_SIZES: Entries = {
    "isEmpty": ("", lambda _, owner: not owner),
    "size": ("", lambda _, owner: len(owner)),
    "contains": ("o", _contains),
}
_READ: Entries = {
    **_SIZES,
    "containsAll": ("C", _contains_all),
    "iterator": ("", lambda _, owner: Iterator(owner)),
    "toArray": ("", lambda _, owner: JavaArray(owner, object)),
}
_READ_BY_POSITION: Entries = {
    **_READ,
    "get": ("i", get),
    "indexOf": ("o", _index_of),
    "lastIndexOf": ("o", _last_index_of),
    "subList": ("ii", _sub_list),
}
LIST: Table = table(
    {
        **_READ_BY_POSITION,
        "add": ("o", _add),
        "add:at": ("io", _insert),
        "addAll": ("C", _add_all),
        "addAll:at": ("iC", _insert_all),
        "clear": ("", _clear),
        "remove": ("i", _remove_at),
        "remove:value": ("o", _remove),
        "removeAll": ("C", lambda budget, owner, others: _keep(budget, owner, others, present=False)),
        "retainAll": ("C", lambda budget, owner, others: _keep(budget, owner, others, present=True)),
        "set": ("io", put),
    }
)
SUB_LIST: Table = table(_READ_BY_POSITION)
COLLECTED: Table = {key: _of_present(method) for key, method in table(_READ).items()}
ARRAY: Table = table({**_SIZES, "get": ("i", get), "set": ("io", put_typed)})
