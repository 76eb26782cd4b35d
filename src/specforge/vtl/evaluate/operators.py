"""What the operators do with values of any type, as Velocity does it."""

from __future__ import annotations

from typing import cast

from specforge.vtl.budget import Budget
from specforge.vtl.java import numbers
from specforge.vtl.java.equality import different, same
from specforge.vtl.java.numbers import Number, is_number
from specforge.vtl.java.printing import text

__all__ = ["add", "compute", "different", "is_ordered", "same"]


def add(budget: Budget, left: object, right: object, left_text: str = "", right_text: str = "") -> object:
    """Returns the sum, or both as one text where one of them is a text; the texts stand for a missing value."""
    if type(left) is int and type(right) is int:
        return numbers.add(left, right)
    if type(left) is str or type(right) is str:
        joined = _spelled(budget, left, left_text) + _spelled(budget, right, right_text)
        budget.spend_text(len(joined))
        return joined
    return numbers.add(*_numbers(left, right)) if is_number(left) and is_number(right) else None


def _spelled(budget: Budget, value: object, if_missing: str) -> str:
    if type(value) is str:
        return value
    return if_missing if value is None else text(value, budget)


def _numbers(left: object, right: object) -> tuple[Number, Number]:
    return cast("Number", left), cast("Number", right)


_COMPUTE = {
    "-": numbers.subtract, "*": numbers.multiply, "/": numbers.divide, "%": numbers.modulo,
}  # fmt: skip


def compute(operator: str, left: object, right: object) -> object:
    """Returns the result of `- * / %`, or None where a side is no number or the divisor zero."""
    if not is_number(left) or not is_number(right):
        return None
    return _COMPUTE[operator](*_numbers(left, right))


def is_ordered(operator: str, left: object, right: object) -> bool:
    """Returns the result of `< <= > >=`; False where a side is no number."""
    if not is_number(left) or not is_number(right):
        return False
    order = numbers.compare(*_numbers(left, right))
    match operator:
        case "<":
            return order < 0
        case "<=":
            return order <= 0
        case ">":
            return order > 0
        case _:
            return order >= 0
