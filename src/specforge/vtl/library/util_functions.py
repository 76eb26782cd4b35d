"""`$util`: the functions that API Gateway adds. Source: aws-runtime.md §1.5."""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import quote_plus

from specforge.vtl import json_smart
from specforge.vtl.budget import Budget, EvaluationError
from specforge.vtl.java import utf16
from specforge.vtl.java.printing import Printable
from specforge.vtl.java.types import Opaque
from specforge.vtl.library.table import Table, table, thrown

_UNSAFE = re.compile("[^ !#-&(-.0-\\[\\]-~]")
_ONLY_MARKS = re.compile("[ -~]*")
_SHORT = {
    "'": "\\'", '"': '\\"', "\\": "\\\\", "/": "\\/", "\b": "\\b", "\n": "\\n", "\t": "\\t", "\f": "\\f", "\r": "\\r",
}  # fmt: skip
_PERCENTS = re.compile(r"(?:%[0-9a-fA-F]{2})+")
_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/=]")


class Util(Printable):
    """Is `$util`; it prints `{}`."""

    __slots__ = ("parses_numbers",)

    def __init__(self, *, parses_numbers: bool) -> None:
        self.parses_numbers = parses_numbers

    def java_text(self, budget: Budget) -> str:
        """Returns what AWS prints for `$util`."""
        return "{}"


def escape_java_script(budget: Budget, _: Util, value: str) -> str:
    """Escapes as commons-lang 2 does: `'` and `/` too, and everything outside ASCII in UTF-16 units."""
    if not _UNSAFE.search(value):
        return value
    budget.spend_text(len(value) * 2)
    if _ONLY_MARKS.fullmatch(value):
        return value.replace("\\", "\\\\").replace("'", "\\'").replace('"', '\\"').replace("/", "\\/")
    return _UNSAFE.sub(_escape, utf16.split(value))


def _escape(match: re.Match[str]) -> str:
    found = match[0]
    return _SHORT.get(found) or (found if found == "\x7f" else f"\\u{ord(found):04X}")


def _parse_json(_: Budget, owner: Util, value: str) -> object:
    try:
        found = json_smart.parse(value)
    except EvaluationError:
        return ""
    is_kept = isinstance(found, dict | list) or (owner.parses_numbers and type(found) in (int, float))
    return found if is_kept else ""


def _url_encode(budget: Budget, _: Util, value: str) -> str:
    budget.spend_text(len(value) * 3)
    # Java's form encoding keeps the star and encodes the tilde; Python's does the opposite with the tilde.
    return quote_plus(utf16.printable(value), safe="*").replace("~", "%7E")


def _url_decode(budget: Budget, _: Util, value: str) -> str:
    budget.spend_text(len(value))
    if "%" in _PERCENTS.sub("", value):
        raise thrown("lang.IllegalArgumentException", "URLDecoder: Illegal hex characters in escape (%) pattern")
    return _PERCENTS.sub(_decoded, value.replace("+", " "))


def _decoded(match: re.Match[str]) -> str:
    return bytes.fromhex(match[0].replace("%", "")).decode("utf-8", "replace")


def _base64_encode(budget: Budget, _: Util, value: str) -> str:
    budget.spend_text(len(value) * 2)
    return base64.b64encode(utf16.to_bytes(value)).decode("ascii")


def _base64_decode(budget: Budget, _: Util, value: str) -> str:
    budget.spend_text(len(value))
    if _NOT_BASE64.search(value):
        raise thrown("lang.IllegalArgumentException", "Illegal base64 character")
    try:
        return base64.b64decode(value + "=" * (-len(value) % 4), validate=True).decode("utf-8", "replace")
    except binascii.Error:
        raise thrown("lang.IllegalArgumentException", "Input byte array has wrong 4-byte ending unit") from None


UTIL: Table = table(
    {
        "base64Decode": ("s", _base64_decode),
        "base64Encode": ("s", _base64_encode),
        "escapeJavaScript": ("s", escape_java_script),
        "parseJson": ("s", _parse_json),
        "urlDecode": ("s", _url_decode),
        "urlEncode": ("s", _url_encode),
    }
)
UTIL_PROPERTIES = {key.partition("/")[0]: Opaque() for key in UTIL}
