"""String.format: the conversions that a template can use, with bounded widths."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal

from specforge.vtl.budget import METHOD, Budget, EvaluationError
from specforge.vtl.java import utf16
from specforge.vtl.java.printing import text
from specforge.vtl.java.types import Character

_SPECIFIER = re.compile(r"%(?:(\d+)\$)?([-#+ 0,(]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])")
_MAX_WIDTH = 10_000
_PRECISE = Context(prec=_MAX_WIDTH + 400)


def _failure(name: str, detail: str = "") -> EvaluationError:
    return EvaluationError(METHOD, f"java.util.{name}{': ' if detail else ''}{detail}")


def format_text(pattern: str, arguments: list[object], budget: Budget) -> str:
    """Returns String.format(pattern, arguments...)."""
    parts: list[str] = []
    at = ordinary = 0
    while (sign := pattern.find("%", at)) >= 0:
        parts.append(pattern[at:sign])
        found = _SPECIFIER.match(pattern, sign)
        if found is None:
            raise _failure("UnknownFormatConversionException", "Conversion = '%'")
        at = found.end()
        width, precision = int(found[3] or 0), int(found[4]) if found[4] else None
        budget.spend_text(width + (precision or 0) + 16)
        if width > _MAX_WIDTH or (precision or 0) > _MAX_WIDTH:
            raise _failure("IllegalFormatException", f"a width may be {_MAX_WIDTH} at most")
        if found[5] in "n%":
            parts.append(_padded("\n" if found[5] == "n" else "%", found[2], width))
            continue
        if not found[1]:
            ordinary += 1
        index = int(found[1]) - 1 if found[1] else ordinary - 1
        if not 0 <= index < len(arguments):
            raise _failure("MissingFormatArgumentException", f"Format specifier '{found[0]}'")
        parts.append(_converted(found, arguments[index], precision, budget))
    parts.append(pattern[at:])
    return "".join(parts)


def _padded(value: str, flags: str, width: int) -> str:
    return value.ljust(width) if "-" in flags else value.rjust(width)


def _converted(found: re.Match[str], value: object, precision: int | None, budget: Budget) -> str:
    flags, width, letter = found[2], int(found[3] or 0), found[5]
    match letter.lower():
        case "s":
            result = text(value, budget)
        case "b":
            result = "false" if value is None or value is False else "true"
        case "c" if value is None or isinstance(value, Character):
            result = text(value, budget)
        case "c" if type(value) is int:
            result = chr(value) if 0 <= value < 0x110000 else ""
        case "h":
            result = f"{utf16.hash_code(value) & 0xFFFFFFFF:x}" if isinstance(value, str) else text(value, budget)
        case "d" | "x" | "o" if type(value) is int:
            return _cased(_whole(value, letter.lower(), flags, width), letter)
        case "f" | "e" if isinstance(value, float | Decimal):
            return _cased(_fraction(value, letter.lower(), flags, width, 6 if precision is None else precision), letter)
        case "d" | "x" | "o" | "f" | "e" | "c" if value is not None:
            raise _failure("IllegalFormatConversionException", f"{letter} != {type(value).__name__}")
        case "d" | "x" | "o" | "f" | "e":
            result = "null"
        case _:
            raise _failure("UnknownFormatConversionException", f"Conversion = '{letter}'")
    if precision is not None:
        result = result[:precision]
    return _cased(_padded(result, flags, width), letter)


def _cased(value: str, letter: str) -> str:
    return value.upper() if letter.isupper() else value


def _whole(value: int, letter: str, flags: str, width: int) -> str:
    if letter == "d":
        digits = f"{abs(value):,}" if "," in flags else str(abs(value))
        return _signed(digits, flags, width, negative=value < 0)
    bits = 32 if -(1 << 31) <= value < 1 << 31 else 64
    digits = format(value if value >= 0 else value + (1 << bits), letter)
    if "#" in flags:
        digits = ("0x" if letter == "x" else "0") + digits
    return digits.rjust(width, "0") if "0" in flags else _padded(digits, flags, width)


def _signed(digits: str, flags: str, width: int, *, negative: bool) -> str:
    before, after = ("-", "") if negative else ("+" if "+" in flags else " " if " " in flags else "", "")
    if negative and "(" in flags:
        before, after = "(", ")"
    if "0" in flags:
        digits = digits.rjust(width - len(before) - len(after), "0")
    return _padded(before + digits + after, flags, width)


def _fraction(value: float | Decimal, letter: str, flags: str, width: int, precision: int) -> str:
    if value != value or value in (float("inf"), float("-inf")):
        word = "NaN" if value != value else "Infinity"
        return _padded(("-" if value < 0 else "") + word, flags, width)
    exact = Decimal(repr(value)) if isinstance(value, float) else value
    size = abs(exact)
    if letter == "e":
        mantissa, _, power = f"{size:.{precision}e}".partition("e")
        digits = f"{mantissa}e{power[0]}{power[1:].rjust(2, '0')}"
    else:
        rounded = size.quantize(Decimal((0, (1,), -precision)), rounding=ROUND_HALF_UP, context=_PRECISE)
        digits = f"{rounded:,f}" if "," in flags else f"{rounded:f}"
    return _signed(digits, flags, width, negative=exact.is_signed())
