r"""What values print: `toString()` of Java's maps and lists, and json-smart's JSON.

A map prints `{a=1, b=[1,2]}`, a list that the template made `[a, b]`, a JSON array JSON, with `/` written `\/`
(json-smart's default style; what AWS does with `/` there is not confirmed).
Source: aws-runtime.md §1.2, recorded by LocalStack's test_input_path_template_formatting on AWS.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from specforge.vtl.budget import MAX_NESTING, Budget, too_deep
from specforge.vtl.java.numbers import decimal_text, double_text
from specforge.vtl.java.types import (
    Character,
    Collected,
    Entry,
    Hidden,
    Iterator,
    JavaArray,
    Opaque,
    Override,
    from_key,
)

_ESCAPED = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2000-\u20ff]')
_ESCAPED_FOR_WEB = re.compile('["\\\\/\x00-\x1f\x7f-\x9f\u2000-\u20ff]')
_SHORT = {
    '"': '\\"', "\\": "\\\\", "/": "\\/", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t",
}  # fmt: skip


class Printable:
    """Is what knows itself how it prints, as $input and the value of #define do."""

    __slots__ = ()

    def java_text(self, budget: Budget) -> str:
        """Returns its text."""
        raise NotImplementedError


def text(value: object, budget: Budget, depth: int = 0) -> str:
    """Returns what String.valueOf prints."""
    if value is None:
        return "null"
    printer = _PRINTERS.get(type(value))
    if printer is not None:
        return printer(value)
    if depth > MAX_NESTING:
        raise too_deep()
    if isinstance(value, Printable):
        return value.java_text(budget)
    kind = type(value)
    if kind is list:
        return json_text(value, budget, for_web=True)
    if isinstance(value, dict):
        return _map_text(value, budget, depth)
    if isinstance(value, Collected):
        value.refresh()
    if isinstance(value, list):
        return _list_text(value, budget, depth)
    if isinstance(value, Entry):
        return f"{text(value.key, budget)}={_inner(value.owner.get(value.key), value, budget, depth)}"
    return text(from_key(value), budget, depth)


def _map_text(value: dict[object, object], budget: Budget, depth: int) -> str:
    budget.spend(len(value) + 1)
    printed = ", ".join(
        f"{_inner(key, value, budget, depth)}={_inner(item, value, budget, depth)}" for key, item in value.items()
    )
    budget.spend_text(len(printed))
    return f"{{{printed}}}"


def _list_text(value: list[object], budget: Budget, depth: int) -> str:
    budget.spend(len(value) + 1)
    printed = ", ".join(_inner(item, value, budget, depth) for item in value)
    budget.spend_text(len(printed))
    return f"[{printed}]"


def _inner(value: object, owner: object, budget: Budget, depth: int) -> str:
    if type(value) is str:
        return value
    if value is owner:
        return "(this Map)" if isinstance(value, dict) else "(this Collection)"
    return text(value, budget, depth + 1)


def json_text(value: object, budget: Budget, *, for_web: bool = False) -> str:
    r"""Returns a value as json-smart writes it: compact; with `for_web` a slash is written `\/`."""
    parts: list[str] = []
    _write(value, parts.append, budget, _quote_for_web if for_web else quote, 0)
    written = "".join(parts)
    budget.spend_text(len(written))
    return written


def quote(value: str) -> str:
    """Returns a text as a JSON string."""
    return '"' + (_ESCAPED.sub(_escape, value) if _ESCAPED.search(value) else value) + '"'


def _quote_for_web(value: str) -> str:
    return '"' + _ESCAPED_FOR_WEB.sub(_escape, value) + '"'


def _escape(match: re.Match[str]) -> str:
    found = match[0]
    return _SHORT.get(found) or f"\\u{ord(found):04X}"


def _write(
    value: object, put: Callable[[str], object], budget: Budget, quoted: Callable[[str], str], depth: int
) -> None:
    kind = type(value)
    if kind is str:
        put(quoted(value))  # type: ignore[arg-type]  # narrowed by its exact type
    elif kind is int:
        put(str(value))
    elif value is None:
        put("null")
    elif kind is bool:
        put("true" if value else "false")
    elif isinstance(value, dict):
        _enter(len(value), budget, depth)
        separator = "{"
        for key, item in value.items():
            name = key if type(key) is str else text(from_key(key), budget)
            put(f"{separator}{quoted(name)}:")
            _write(item, put, budget, quoted, depth + 1)
            separator = ","
        put("}" if value else "{}")
    elif isinstance(value, list):
        _enter(len(value), budget, depth)
        separator = "["
        for item in value:
            put(separator)
            _write(item, put, budget, quoted, depth + 1)
            separator = ","
        put("]" if value else "[]")
    else:
        put(_scalar(value, budget, quoted))


def _enter(count: int, budget: Budget, depth: int) -> None:
    budget.spend(count + 1)
    if depth > MAX_NESTING:
        raise too_deep()


def _scalar(value: object, budget: Budget, quoted: Callable[[str], str]) -> str:
    if isinstance(value, float):
        return "null" if value in (float("inf"), float("-inf")) else double_text(value)
    if isinstance(value, Decimal):
        return decimal_text(value)
    return quoted(text(value, budget))


def _same(value: object) -> str:
    return str(value)


def _boolean(value: object) -> str:
    return "true" if value else "false"


def _double(value: object) -> str:
    return double_text(value) if isinstance(value, float) else ""


def _array(value: object) -> str:
    kind = value.kind if isinstance(value, JavaArray) else object
    return "[C@1b" if kind is Character else f"[Ljava.lang.{'String' if kind is str else 'Object'};@1b"


def _iterator(_: object) -> str:
    return "java.util.ArrayList$Itr@1b"


def _braces(_: object) -> str:
    return "{}"


def _nothing(_: object) -> str:
    # Recorded for $context.identity, requestOverride and responseOverride (LS-AWS:sqs::test_sqs_amz_json_protocol).
    return ""


_PRINTERS: dict[type, Callable[[object], str]] = {
    str: _same, int: _same, bool: _boolean, float: _double, Decimal: _same, Character: _same, JavaArray: _array,
    Iterator: _iterator, Opaque: _braces, Hidden: _nothing,
    Override: _nothing,
}  # fmt: skip
