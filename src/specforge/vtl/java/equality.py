"""When values are equal: `equals()` of Java, and `==` of Velocity, which compares texts where the classes differ."""

from __future__ import annotations

from decimal import Decimal

from specforge.vtl.budget import MAX_NESTING, Budget, too_deep
from specforge.vtl.java.numbers import compare, is_number
from specforge.vtl.java.printing import text
from specforge.vtl.java.types import LISTS, MAPS, Collected, Entry, JavaArray, as_list, number_class


def equals(left: object, right: object, budget: Budget, depth: int = 0) -> bool:
    """Returns left.equals(right); null is equal to null only."""
    kind = type(left)
    if kind is str or left is None or kind is bool:
        return kind is type(right) and left == right
    if depth > MAX_NESTING:
        raise too_deep()
    if isinstance(left, dict) and isinstance(right, dict):
        budget.spend(4 * len(left) + 4)
        return left.keys() == right.keys() and all(
            equals(item, right[key], budget, depth + 1) for key, item in left.items()
        )
    if isinstance(left, list) and isinstance(right, list):
        return _lists_equal(as_list(left) or [], as_list(right) or [], budget, depth)
    if isinstance(left, Entry) and isinstance(right, Entry):
        same_key = equals(left.key, right.key, budget, depth + 1)
        return same_key and equals(left.owner.get(left.key), right.owner.get(right.key), budget, depth + 1)
    if kind is not type(right):
        return False
    if isinstance(left, int) and isinstance(right, int):
        return left == right and number_class(left) == number_class(right)
    if isinstance(left, float) and isinstance(right, float):
        return (left == right and str(left) == str(right)) or (left != left and right != right)
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        return left.as_tuple() == right.as_tuple()
    return left == right


def _lists_equal(left: list[object], right: list[object], budget: Budget, depth: int) -> bool:
    if isinstance(left, JavaArray) or isinstance(right, JavaArray):
        return left is right
    budget.spend(4 * len(left) + 4)
    if len(left) != len(right):
        return False
    if isinstance(left, Collected) != isinstance(right, Collected):
        return False
    return all(equals(a, b, budget, depth + 1) for a, b in zip(left, right, strict=True))


def same(left: object, right: object, budget: Budget) -> bool:
    """Returns what `left == right` is in a template."""
    if type(left) is str and type(right) is str:
        return left == right
    if left is None or right is None:
        return left is right
    if is_number(left) and is_number(right):
        return compare(left, right) == 0  # type: ignore[arg-type]  # both are numbers
    if _comparable(left, right):
        return equals(left, right, budget)
    return text(left, budget) == text(right, budget)


def _comparable(left: object, right: object) -> bool:
    """Says whether the class of one is that of the other, or above it (a JSONArray is an ArrayList)."""
    kinds = {type(left), type(right)}
    return len(kinds) == 1 or kinds <= LISTS or kinds <= MAPS


def different(left: object, right: object, budget: Budget) -> bool:
    """Returns what `left != right` is in a template."""
    return not same(left, right, budget)
