"""The methods of Integer, Long, Double, BigDecimal, Boolean and Character."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from decimal import Decimal

from specforge.vtl.budget import METHOD, Budget, EvaluationError
from specforge.vtl.java.numbers import Number, compare, single, to_whole, wrap
from specforge.vtl.java.printing import text
from specforge.vtl.java.types import INT, LONG, Character, number_class
from specforge.vtl.library.table import Entries, Table, not_comparable, table, thrown

_WHOLE = re.compile(r"[+-]?[0-9A-Za-z]+", re.ASCII)
_DECIMAL = re.compile(r"[+-]?(NaN|Infinity|(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?[fFdD]?)", re.ASCII)


def _not_a_number(found: str) -> EvaluationError:
    shown = found if len(found) <= 40 else found[:37] + "..."
    return thrown("lang.NumberFormatException", f'For input string: "{shown}"')


def parse_whole(found: str, radix: int = 10, limit: int = INT) -> int:
    """Returns Integer.parseInt or Long.parseLong."""
    if len(found) > 80 or not _WHOLE.fullmatch(found) or not 2 <= radix <= 36:
        raise _not_a_number(found)
    try:
        value = int(found, radix)
    except ValueError:
        raise _not_a_number(found) from None
    if not -limit <= value < limit:
        raise _not_a_number(found)
    return value


def parse_decimal(_: Budget, __: object, found: str) -> float:
    """Returns Double.parseDouble."""
    stripped = found.strip()
    if len(stripped) > 400 or not _DECIMAL.fullmatch(stripped):
        raise _not_a_number(found)
    return float(stripped.rstrip("fFdD") if not stripped.endswith("Infinity") else stripped)


def _to_whole(bits: int) -> Callable[[Budget, Number], int]:
    return lambda _, owner: to_whole(owner, bits)


def _to_double(_: Budget, owner: Number) -> float:
    try:
        return float(owner)
    except OverflowError:
        return math.inf if owner > 0 else -math.inf


def _to_float(budget: Budget, owner: Number) -> float:
    return single(_to_double(budget, owner))


def _compare_to(budget: Budget, owner: Number, other: object) -> object:
    if type(owner) is not type(other):
        return not_comparable(budget, owner, other)
    if isinstance(owner, int) and isinstance(other, int) and number_class(owner) != number_class(other):
        return not_comparable(budget, owner, other)
    return compare(owner, other)


def _to_text(_: Budget, owner: object, value: int, radix: int = 10) -> str:
    if radix == 10 or not 2 <= radix <= 36:
        return str(value)
    digits = ""
    rest = abs(value)
    while rest:
        rest, digit = divmod(rest, radix)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return ("-" if value < 0 else "") + (digits or "0")


def _digit(code: int) -> int:
    return int(chr(code), 36) if 0 <= code < 128 and chr(code).isalnum() else -1


def _plain(budget: Budget, owner: Decimal) -> str:
    if abs(owner.adjusted()) > 10_000:
        raise EvaluationError(METHOD, "java.lang.OutOfMemoryError")
    return format(owner, "f")


def _scale(_: Budget, owner: Decimal) -> int:
    exponent = owner.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


_NUMBER: Entries = {
    "byteValue": ("", _to_whole(8)),
    "compareTo": ("o", _compare_to),
    "doubleValue": ("", _to_double),
    "floatValue": ("", _to_float),
    "intValue": ("", _to_whole(32)),
    "longValue": ("", _to_whole(64)),
    "shortValue": ("", _to_whole(16)),
}


def _whole_methods(kind: str, bits: int) -> Entries:
    """Returns the static methods that Integer and Long share; `kind` is the type that they take."""
    limit = INT if bits == 32 else LONG

    def parse(_: Budget, __: object, found: str, radix: int = 10) -> int:
        return parse_whole(found, radix, limit)

    def spell(form: str) -> Callable[[Budget, object, int], str]:
        return lambda _, __, value: format(value & ((1 << bits) - 1), form)

    both = kind + kind
    return {
        **_NUMBER,
        "bitCount": (kind, lambda _, owner, value: (value & ((1 << bits) - 1)).bit_count()),
        "compare": (both, lambda _, owner, a, b: (a > b) - (a < b)),
        "max": (both, lambda _, owner, a, b: max(a, b)),
        "min": (both, lambda _, owner, a, b: min(a, b)),
        "parseInt" if bits == 32 else "parseLong": ("s", parse),
        "parseInt:radix" if bits == 32 else "parseLong:radix": ("si", parse),
        "signum": (kind, lambda _, owner, value: (value > 0) - (value < 0)),
        "sum": (both, lambda _, owner, a, b: wrap(a + b, bits)),
        "toBinaryString": (kind, spell("b")),
        "toHexString": (kind, spell("x")),
        "toOctalString": (kind, spell("o")),
        "toString": (kind, _to_text),
        "toString:radix": (kind + "i", _to_text),
        "valueOf": ("s", parse),
        "valueOf:radix": ("si", parse),
        "valueOf:number": (kind, lambda _, owner, value: value),
    }


INTEGER: Table = table(_whole_methods("i", 32))
LONG_INTEGER: Table = table(_whole_methods("l", 64))
BIG_INTEGER: Table = table(
    {
        **_NUMBER,
        "bitCount": ("", lambda _, owner: (owner if owner >= 0 else ~owner).bit_count()),
        "bitLength": ("", lambda _, owner: (owner if owner >= 0 else ~owner).bit_length()),
        "signum": ("", lambda _, owner: (owner > 0) - (owner < 0)),
        "toString": ("i", lambda budget, owner, radix: _to_text(budget, owner, owner, radix)),
        "valueOf": ("l", lambda _, owner, value: value),
    }
)
DOUBLE: Table = table(
    {
        **_NUMBER,
        "compare": ("dd", lambda _, owner, a, b: compare(float(a), float(b))),
        "isInfinite": ("", lambda _, owner: math.isinf(owner)),
        "isNaN": ("", lambda _, owner: owner != owner),
        "max": ("dd", lambda _, owner, a, b: max(float(a), float(b))),
        "min": ("dd", lambda _, owner, a, b: min(float(a), float(b))),
        "parseDouble": ("s", parse_decimal),
        "sum": ("dd", lambda _, owner, a, b: float(a) + float(b)),
        "toString": ("d", lambda budget, owner, value: text(float(value), budget)),
        "valueOf": ("s", parse_decimal),
        "valueOf:number": ("d", lambda _, owner, value: float(value)),
    }
)
DECIMAL: Table = table(
    {
        **_NUMBER,
        "toPlainString": ("", _plain),
        "scale": ("", _scale),
    }
)
BOOLEAN: Table = table(
    {
        "booleanValue": ("", lambda _, owner: owner),
        "compareTo": ("b", lambda _, owner, other: (owner > other) - (owner < other)),
        "compareTo:bridge": ("o", not_comparable),
        "logicalAnd": ("bb", lambda _, owner, a, b: a and b),
        "logicalOr": ("bb", lambda _, owner, a, b: a or b),
        "parseBoolean": ("s", lambda _, owner, found: found.lower() == "true"),
        "toString": ("b", lambda _, owner, value: "true" if value else "false"),
        "valueOf": ("s", lambda _, owner, found: found.lower() == "true"),
        "valueOf:same": ("b", lambda _, owner, value: value),
    }
)
CHARACTER: Table = table(
    {
        "charValue": ("", lambda _, owner: owner),
        "compareTo": ("c", lambda _, owner, other: ord(owner) - ord(other)),
        "compareTo:bridge": ("o", not_comparable),
        "getNumericValue": ("c", lambda _, owner, one: int(one, 36) if re.fullmatch("[0-9a-zA-Z]", one) else -1),
        "isDigit": ("c", lambda _, owner, one: one.isdecimal()),
        "isDigit:code": ("i", lambda _, owner, code: 0 <= code < 0x110000 and chr(code).isdecimal()),
        "isLetter": ("c", lambda _, owner, one: one.isalpha()),
        "isLetter:code": ("i", lambda _, owner, code: 0 <= code < 0x110000 and chr(code).isalpha()),
        "isLetterOrDigit": ("c", lambda _, owner, one: one.isalpha() or one.isdecimal()),
        "getNumericValue:code": ("i", lambda _, owner, code: _digit(code)),
        "isLetterOrDigit:code": ("i", lambda _, owner, code: 0 <= code < 0x110000 and chr(code).isalnum()),
        "toString:code": ("i", lambda _, owner, code: chr(code) if 0 <= code < 0x110000 else ""),
        "isLowerCase": ("c", lambda _, owner, one: one.islower()),
        "isLowerCase:code": ("i", lambda _, owner, code: 0 <= code < 0x110000 and chr(code).islower()),
        "isUpperCase": ("c", lambda _, owner, one: one.isupper()),
        "isUpperCase:code": ("i", lambda _, owner, code: 0 <= code < 0x110000 and chr(code).isupper()),
        "isWhitespace": ("c", lambda _, owner, one: one.isspace()),
        "isWhitespace:code": ("i", lambda _, owner, code: 0 <= code < 0x110000 and chr(code).isspace()),
        "toLowerCase": ("c", lambda _, owner, one: Character(one.lower())),
        "toLowerCase:code": ("i", lambda _, owner, code: ord(chr(code).lower()[0]) if 0 <= code < 0x110000 else code),
        "toString": ("c", lambda _, owner, one: str(one)),
        "toUpperCase": ("c", lambda _, owner, one: Character(one.upper())),
        "toUpperCase:code": ("i", lambda _, owner, code: ord(chr(code).upper()[0]) if 0 <= code < 0x110000 else code),
        "valueOf": ("c", lambda _, owner, one: one),
    }
)
