"""The scalars of YAML: what YAML 1.2 reads, and what readers of YAML 1.1 make of the same letters."""

from __future__ import annotations

import math
import re

from specforge.source.building import INFINITE, LONG_NUMBER
from specforge.source.model import Data

# Core schema: https://yaml.org/spec/1.2.2/#1032-tag-resolution
_WHOLE = (
    (10, re.compile(r"[-+]?[0-9]+")),
    (8, re.compile(r"0o[0-7]+")),
    (16, re.compile(r"0x[0-9a-fA-F]+")),
)
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_INFINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN")
_WORDS: dict[str, Data] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
# Python prints whole numbers of up to 4300 digits.
_MOST_DIGITS = 3000

# https://yaml.org/type/bool.html, int.html and float.html, as SnakeYAML and PyYAML read them.
_OLD_WORDS = {
    word: meaning
    for meaning, words in (("true", "yes on"), ("false", "no off"))
    for lower in words.split()
    for word in (lower, lower.capitalize(), lower.upper())
}
_SIGNS = frozenset("+-0123456789")
_OLD_OCTAL = re.compile(r"[-+]?0[0-7]+")
_OLD_DECIMAL_ZERO = re.compile(r"[-+]?0[0-9]+")
_OLD_BINARY = re.compile(r"[-+]?0b[01_]+")
_OLD_GROUPED = re.compile(r"[-+]?(?:[1-9][0-9_]*|0[0-7_]+)")
_OLD_GROUPED_FLOAT = re.compile(r"[-+]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+][0-9]+)?")
_OLD_HEXADECIMAL = re.compile(r"[-+]?0x[0-9a-fA-F_]+")
_OLD_SEXAGESIMAL = re.compile(r"[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*")


def resolve(text: str) -> tuple[Data, str | None]:
    """Returns what a plain scalar means in YAML 1.2, and what is wrong with it as a number."""
    if text in _WORDS:
        return _WORDS[text], None
    if text[0] not in "+-.0123456789":
        return text, None
    for base, pattern in _WHOLE:
        if pattern.fullmatch(text):
            return (text, LONG_NUMBER) if len(text) > _MOST_DIGITS else (int(text, base), None)
    if _FLOAT.fullmatch(text):
        number = float(text)
        return (number, None) if math.isfinite(number) else (text, INFINITE)
    return text, INFINITE if _INFINITE.fullmatch(text) else None


def may_read_otherwise(text: str) -> bool:
    """Tells, quickly, whether `find_other_reading` is worth asking."""
    return text in _OLD_WORDS or text[:1] in _SIGNS


def find_other_reading(text: str) -> str | None:
    """Returns what a YAML 1.1 reader takes a plain scalar for, where that differs from 1.2."""
    if text in _OLD_WORDS:
        return _OLD_WORDS[text]
    if not text or text[0] not in "+-.0123456789":
        return None
    digits = text.replace("_", "").lstrip("+-")
    sign = -1 if text[0] == "-" else 1
    if _OLD_OCTAL.fullmatch(text):
        other: str | None = str(sign * int(digits[:100], 8))
        return None if int(digits[:100]) == int(digits[:100], 8) else other
    if _OLD_DECIMAL_ZERO.fullmatch(text) or re.fullmatch(r"0o[0-7]+", text):
        return "a string"
    if _OLD_BINARY.fullmatch(text) and digits[2:]:
        return str(sign * int(digits[2:102], 2))
    if "_" in text and _OLD_GROUPED.fullmatch(text):
        return str(sign * int(digits[:100], 8 if digits[0] == "0" and len(digits) > 1 else 10))
    if "_" in text and _OLD_GROUPED_FLOAT.fullmatch(text):
        return f"{sign * float(digits):.15g}"
    if ("_" in text or text[0] in "+-") and _OLD_HEXADECIMAL.fullmatch(text) and len(digits) > 2:
        return str(sign * int(digits[2:102], 16))
    if _OLD_SEXAGESIMAL.fullmatch(text):
        return f"{_seconds(text)} (a number to the base 60)"
    return None


def _seconds(text: str) -> str:
    total = 0.0
    for part in text.replace("_", "").lstrip("+-").split(":"):
        total = total * 60 + float(part or 0)
    shown = f"{total:.15g}"
    return "-" + shown if text[0] == "-" else shown
