"""Numbers as Java prints and computes them, with Velocity's rules for what becomes what."""

from __future__ import annotations

import decimal
import math
import struct
from decimal import Decimal

from specforge.vtl.budget import LIMIT, MAX_BITS, EvaluationError
from specforge.vtl.java.types import LONG

_CONTEXT = decimal.Context(prec=2000, rounding=decimal.ROUND_HALF_EVEN, traps=[])
_HALF_DOWN = decimal.Context(prec=2000, rounding=decimal.ROUND_HALF_DOWN, traps=[])
_HUGE = 3000

Number = int | float | Decimal


def double_text(value: float) -> str:
    """Returns what Double.toString prints."""
    size = -value if value < 0 else value
    if 1e-3 <= size < 1e7 or value == 0:
        return repr(value)
    if value != value:
        return "NaN"
    if size == math.inf:
        return "Infinity" if value > 0 else "-Infinity"
    sign = "-" if value < 0 else ""
    digits, exponent = _digits(repr(size))
    return f"{sign}{digits[0]}.{digits[1:] or '0'}E{exponent}"


def _digits(spelling: str) -> tuple[str, int]:
    """Returns the significant digits of a positive number, and its power of ten."""
    mantissa, _, power = spelling.partition("e")
    whole, _, fraction = mantissa.partition(".")
    exponent = int(power or 0)
    together = whole + fraction
    digits = together.lstrip("0")
    exponent += len(whole) - 1 - (len(together) - len(digits))
    return digits.rstrip("0") or "0", exponent


def decimal_text(value: Decimal) -> str:
    """Returns what BigDecimal.toString prints."""
    return str(value)


def is_number(value: object) -> bool:
    """Says whether a value counts as a java.lang.Number."""
    kind = type(value)
    return kind is int or kind is float or kind is Decimal


def parse_double(spelling: str) -> float | Decimal:
    """Returns the number that json-smart makes of a decimal: long ones keep their digits."""
    return float(spelling) if len(spelling) <= 18 else Decimal(spelling)


def compare(left: Number, right: Number) -> int:
    """Returns -1, 0 or 1 as MathUtils.compare does; NaN is equal to nothing and greater than nothing."""
    if type(left) is not type(right):
        left, right = _meet(left, right)
    return (left > right) - (left < right) if left == left and right == right else 1


def add(left: Number, right: Number) -> Number:
    """Adds."""
    if type(left) is int and type(right) is int:
        return _bounded(left + right)
    a, b = _meet(left, right)
    if isinstance(a, Decimal) and isinstance(b, Decimal):
        return _CONTEXT.add(_tame(a), _tame(b))
    return float(a) + float(b)


def subtract(left: Number, right: Number) -> Number:
    """Subtracts."""
    if type(left) is int and type(right) is int:
        return _bounded(left - right)
    a, b = _meet(left, right)
    if isinstance(a, Decimal) and isinstance(b, Decimal):
        return _CONTEXT.subtract(_tame(a), _tame(b))
    return float(a) - float(b)


def multiply(left: Number, right: Number) -> Number:
    """Multiplies."""
    if type(left) is int and type(right) is int:
        return _bounded(left * right)
    a, b = _meet(left, right)
    if isinstance(a, Decimal) and isinstance(b, Decimal):
        return _CONTEXT.multiply(_tame(a), _tame(b))
    return float(a) * float(b)


def divide(left: Number, right: Number) -> Number | None:
    """Divides: whole numbers towards zero; nothing by zero."""
    if right == 0:
        return None
    if type(left) is int and type(right) is int:
        quotient = abs(left) // abs(right)
        return quotient if (left < 0) == (right < 0) else -quotient
    a, b = _meet(left, right)
    if isinstance(a, Decimal) and isinstance(b, Decimal):
        # BigDecimal.divide with ROUND_HALF_DOWN keeps the scale of the dividend.
        exponent = a.as_tuple().exponent
        scale = Decimal((0, (1,), exponent if isinstance(exponent, int) else 0))
        return _HALF_DOWN.quantize(_HALF_DOWN.divide(_tame(a), _tame(b)), scale)
    return float(a) / float(b)


def modulo(left: Number, right: Number) -> Number | None:
    """Returns the remainder with the sign of the dividend; nothing by zero."""
    if right == 0:
        return None
    if type(left) is int and type(right) is int:
        if _is_big(left) or _is_big(right):
            if right < 0:
                raise EvaluationError("method", "java.lang.ArithmeticException: BigInteger: modulus not positive")
            return left % right
        remainder = abs(left) % abs(right)
        return -remainder if left < 0 else remainder
    a, b = _meet(left, right)
    if isinstance(a, Decimal):
        raise EvaluationError("method", "java.lang.ArithmeticException: cannot calculate the modulo of BigDecimals")
    a, b = float(a), float(b)
    if math.isinf(a) or a != a or b != b:
        return math.nan
    return math.fmod(a, b)


def _bounded(value: int) -> int:
    if value.bit_length() > MAX_BITS:
        raise EvaluationError(LIMIT, f"a whole number may have no more than {MAX_BITS} bits")
    return value


def _meet(left: Number, right: Number) -> tuple[Number, Number]:
    """Returns both as the type that they are computed in."""
    if isinstance(left, Decimal) or isinstance(right, Decimal) or _is_big(left) or _is_big(right):
        return _to_decimal(left), _to_decimal(right)
    return float(left), float(right)


def _is_big(value: Number) -> bool:
    return type(value) is int and not -LONG <= value < LONG


def _to_decimal(value: Number) -> Decimal:
    if isinstance(value, float):
        if math.isinf(value) or value != value:
            raise EvaluationError("method", "java.lang.NumberFormatException: Infinite or NaN")
        return Decimal(double_text(value))
    return Decimal(value)


def _tame(value: Decimal) -> Decimal:
    if value.adjusted() > _HUGE or value.adjusted() < -_HUGE:
        raise EvaluationError(LIMIT, f"a decimal may have no exponent above {_HUGE}")
    return value


def wrap(value: int, bits: int) -> int:
    """Returns a whole number cut to this many bits, as Java cuts it."""
    value &= (1 << bits) - 1
    return value - (1 << bits) if value >> (bits - 1) else value


def to_whole(value: Number, bits: int) -> int:
    """Returns intValue() and the like."""
    if isinstance(value, int):
        return wrap(value, bits)
    if value != value:
        return 0
    if isinstance(value, Decimal):
        return wrap(int(_tame(value)), bits)
    limit = 1 << (max(bits, 32) - 1)
    whole = limit - 1 if value >= limit else -limit if value <= -limit else int(value)
    return wrap(whole, bits)


def single(value: float) -> float:
    """Returns the shortest decimal that a float of 32 bits keeps apart, so that it prints as Java prints one."""
    if value != value or math.isinf(value):
        return value
    try:
        packed = struct.pack("f", value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf
    kept: float = struct.unpack("f", packed)[0]
    return next(
        (
            short
            for short in (float(f"{kept:.{digits}g}") for digits in range(1, 10))
            if struct.pack("f", short) == packed
        ),
        kept,
    )
