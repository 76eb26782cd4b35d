"""The methods of java.lang.String. Positions count units of UTF-16."""

from __future__ import annotations

from specforge.vtl.budget import Budget
from specforge.vtl.java import regex, utf16
from specforge.vtl.java.formatter import format_text
from specforge.vtl.java.printing import text
from specforge.vtl.java.types import Character, JavaArray
from specforge.vtl.library.table import NO_METHOD, Table, not_comparable, table, thrown

_BLANKS = "".join(chr(code) for code in range(33))


def _out_of_range(detail: str) -> Exception:
    return thrown("lang.StringIndexOutOfBoundsException", detail)


def _substring(_: Budget, owner: str, begin: int, end: int | None = None) -> str:
    units = utf16.split(owner)
    end = len(units) if end is None else end
    if not 0 <= begin <= end <= len(units):
        raise _out_of_range(f"begin {begin}, end {end}, length {len(units)}")
    return utf16.join(units[begin:end])


def _char_at(_: Budget, owner: str, index: int) -> Character:
    units = utf16.split(owner)
    if not 0 <= index < len(units):
        raise _out_of_range(f"index {index}, length {len(units)}")
    return Character(units[index])


def _code_point_at(_: Budget, owner: str, index: int) -> int:
    units = utf16.split(owner)
    if not 0 <= index < len(units):
        raise _out_of_range(f"index {index}, length {len(units)}")
    return ord(utf16.join(units[index : index + 2])[0])


def _index_of(_: Budget, owner: str, wanted: str | int, begin: int = 0) -> int:
    units, sought = utf16.split(owner), utf16.split(wanted) if isinstance(wanted, str) else _unit(wanted)
    return units.find(sought, min(max(begin, 0), len(units)))


def _last_index_of(_: Budget, owner: str, wanted: str | int, begin: int | None = None) -> int:
    units, sought = utf16.split(owner), utf16.split(wanted) if isinstance(wanted, str) else _unit(wanted)
    if begin is None:
        return units.rfind(sought)
    return units.rfind(sought, 0, begin + len(sought)) if begin >= 0 else -1


def _unit(code: int) -> str:
    # A code that no character has is found nowhere.
    return utf16.split(chr(code)) if 0 <= code < 0x110000 else "\U0010ffff\U0010ffff"


def _starts_with(_: Budget, owner: str, prefix: str, begin: int = 0) -> bool:
    units = utf16.split(owner)
    return 0 <= begin <= len(units) and units.startswith(utf16.split(prefix), begin)


def _compare(_: Budget, owner: str, other: str) -> int:
    left, right = utf16.split(owner), utf16.split(other)
    for a, b in zip(left, right, strict=False):
        if a != b:
            return ord(a) - ord(b)
    return len(left) - len(right)


def _folded(value: str) -> str:
    # String folds unit by unit, so that what would grow (as the German sharp s) stays.
    return "".join(one if len(one.upper()) > 1 else one.upper().lower() for one in value)


def _equals_ignoring_case(_: Budget, owner: str, other: str) -> bool:
    return _folded(owner) == _folded(other)


def _concat(budget: Budget, owner: str, other: str) -> str:
    budget.spend_text(len(owner) + len(other))
    return owner + other


def _replace(budget: Budget, owner: str, old: str, by: str) -> str:
    if len(by) > len(old):
        budget.spend_text(len(owner) + (owner.count(old) if old else len(owner) + 1) * (len(by) - len(old)))
    return owner.replace(str(old), str(by))


def _replace_all(budget: Budget, owner: str, pattern: str, by: str) -> str:
    found = regex.translate(pattern)
    if found.literal and "$" not in by and "\\" not in by:
        return _replace(budget, owner, found.literal, by)
    return _substitute(budget, owner, pattern, by, count=0)


def _replace_first(budget: Budget, owner: str, pattern: str, by: str) -> str:
    return _substitute(budget, owner, pattern, by, count=1)


def _substitute(budget: Budget, owner: str, pattern: str, by: str, *, count: int) -> str:
    parts: list[str] = []
    at = 0
    for match in regex.matcher(pattern, owner, budget).finditer(owner):
        replacement = regex.expand(by, match)
        budget.spend_text(len(replacement) + 16)
        parts.append(owner[at : match.start()])
        parts.append(replacement)
        at = match.end()
        if count:
            break
    parts.append(owner[at:])
    result = "".join(parts)
    budget.spend_text(len(result))
    return result


def _matches(budget: Budget, owner: str, pattern: str) -> bool:
    return regex.matcher(pattern, owner, budget).fullmatch(owner) is not None


def _split(budget: Budget, owner: str, pattern: str, limit: int = 0) -> JavaArray:
    parts: list[object] = []
    at = 0
    for match in regex.matcher(pattern, owner, budget).finditer(owner):
        if match.end() == 0 or (limit > 0 and len(parts) == limit - 1):
            # A match without width at the beginning separates nothing.
            continue
        if match.start() == match.end() == len(owner):
            continue
        parts.append(owner[at : match.start()])
        at = match.end()
    if not parts:
        return JavaArray((owner,), str)
    parts.append(owner[at:])
    while limit == 0 and parts and parts[-1] == "":
        parts.pop()
    budget.spend_items(len(parts))
    return JavaArray(parts, str)


def _join(budget: Budget, _: str, by: str, items: list[object]) -> str:
    for item in items:
        if item is not None and type(item) is not str:
            raise thrown("lang.ClassCastException", "an item is no java.lang.CharSequence")
    joined = by.join(text(item, budget) for item in items)
    budget.spend_text(len(joined))
    return joined


def _joined(budget: Budget, owner: str, by: object, *items: object) -> object:
    if type(by) is not str:
        return NO_METHOD
    if len(items) == 1 and isinstance(items[0], JavaArray) and items[0].kind is not str:
        return NO_METHOD
    if len(items) == 1 and isinstance(items[0], list):
        return _join(budget, owner, by, items[0])
    return _join(budget, owner, by, list(items)) if all(type(item) is str for item in items) else NO_METHOD


def _format(budget: Budget, _: str, pattern: object, *arguments: object) -> object:
    if type(pattern) is not str:
        return NO_METHOD
    if len(arguments) == 1 and isinstance(arguments[0], JavaArray):
        return format_text(pattern, list(arguments[0]), budget)
    return format_text(pattern, list(arguments), budget)


def _repeat(budget: Budget, owner: str, times: int) -> str:
    if times < 0:
        raise thrown("lang.IllegalArgumentException", f"count is negative: {times}")
    budget.spend_text(len(owner) * times)
    return owner * times


def _region_matches(_: Budget, owner: str, begin: int, other: str, start: int, length: int) -> bool:
    left, right = utf16.split(owner), utf16.split(other)
    if min(begin, start) < 0 or begin > len(left) - length or start > len(right) - length:
        return False
    return length <= 0 or left[begin : begin + length] == right[start : start + length]


def _upper(budget: Budget, owner: str) -> str:
    budget.spend_text(len(owner))
    return owner.upper()


def _lower(budget: Budget, owner: str) -> str:
    budget.spend_text(len(owner))
    return owner.lower()


def _is_blank(_: Budget, owner: str) -> bool:
    return not owner.strip()


STRING: Table = table(
    {
        "charAt": ("i", _char_at),
        "codePointAt": ("i", _code_point_at),
        "compareTo": ("s", _compare),
        "compareTo:bridge": ("o", not_comparable),
        "compareToIgnoreCase": ("s", lambda budget, owner, other: _compare(budget, _folded(owner), _folded(other))),
        "concat": ("s", _concat),
        "contains": ("s", lambda _, owner, part: part in owner),
        "contentEquals": ("s", lambda _, owner, other: owner == other),
        "endsWith": ("s", lambda _, owner, suffix: owner.endswith(suffix)),
        "equalsIgnoreCase": ("s", _equals_ignoring_case),
        "indexOf": ("s", _index_of),
        "indexOf:int": ("i", _index_of),
        "indexOf:from": ("si", _index_of),
        "indexOf:int from": ("ii", _index_of),
        "intern": ("", lambda _, owner: owner),
        "isBlank": ("", _is_blank),
        "isEmpty": ("", lambda _, owner: not owner),
        "lastIndexOf": ("s", _last_index_of),
        "lastIndexOf:int": ("i", _last_index_of),
        "lastIndexOf:from": ("si", _last_index_of),
        "lastIndexOf:int from": ("ii", _last_index_of),
        "length": ("", lambda _, owner: utf16.length(owner)),
        "matches": ("s", _matches),
        "regionMatches": ("isii", _region_matches),
        "repeat": ("i", _repeat),
        "replace": ("ss", _replace),
        "replace:chars": ("cc", _replace),
        "replaceAll": ("ss", _replace_all),
        "replaceFirst": ("ss", _replace_first),
        "split": ("s", _split),
        "split:limit": ("si", _split),
        "startsWith": ("s", _starts_with),
        "startsWith:from": ("si", _starts_with),
        "strip": ("", lambda _, owner: owner.strip()),
        "stripLeading": ("", lambda _, owner: owner.lstrip()),
        "stripTrailing": ("", lambda _, owner: owner.rstrip()),
        "subSequence": ("ii", _substring),
        "substring": ("i", _substring),
        "substring:end": ("ii", _substring),
        "toCharArray": ("", lambda budget, owner: JavaArray(map(Character, utf16.split(owner)), Character)),
        "toLowerCase": ("", _lower),
        "toUpperCase": ("", _upper),
        "trim": ("", lambda _, owner: owner.strip(_BLANKS)),
        "valueOf": ("o", lambda budget, owner, value: text(value, budget)),
        "copyValueOf:one": ("c", lambda _, owner, value: str(value)),
        "copyValueOf": ("A", lambda budget, owner, value: "".join(map(str, value))),
    }
)
for _count in range(10):
    STRING[f"format/{_count + 1}"] = _format
    STRING[f"join/{_count + 1}"] = _joined
