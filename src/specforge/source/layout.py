"""Values as a text spells them: YAML scalars, flow and block collections, and JSON."""

from __future__ import annotations

import json
import re

from specforge.source.model import Data
from specforge.source.scalars import find_other_reading, resolve

# Far fewer texts than YAML allows without quotes, so that no reader takes them for anything else.
_PLAIN = re.compile(r"[A-Za-z_/$.][\w./$+@=;-]*(?: [\w./$+@=(;-]+)*")
_PLAIN_IN_BLOCK = re.compile(r"[A-Za-z_/$.][\w./$+@={}*;-]*(?: [\w./$+@=({};-]+)*")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_UNESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def scalar(value: Data, style: str | None = None, *, in_flow: bool = False) -> str:
    """Returns a YAML scalar, in the quotes of `style` where they can hold it.

    >>> print(scalar("POST"), scalar("1.0"), scalar("'*'"), scalar("it", '"'))
    POST '1.0' "'*'" "it"
    """
    if not isinstance(value, str):
        return json.dumps(value)
    if style not in ("'", '"') and _is_plain(value, in_flow=in_flow):
        return value
    if style == '"' or _CONTROL.search(value):
        return _double_quoted(value)
    if "'" in value and not ('"' in value or "\\" in value):
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def flow(value: Data, style: str | None = None) -> str:
    """Returns a YAML value on one line.

    >>> flow({"schema": {"type": "string"}})
    '{schema: {type: string}}'
    """
    if isinstance(value, dict):
        pairs = (f"{scalar(key, in_flow=True)}: {flow(child)}" for key, child in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(child, style) for child in value) + "]"
    return scalar(value, style, in_flow=True)


def block(key: str, value: Data, indent: str, unit: str) -> list[str]:
    """Returns the lines of a pair in a YAML block mapping; `unit` is one step of indentation.

    >>> block("headers", {"ETag": {}}, "  ", "  ")
    ['  headers:', '    ETag: {}']
    """
    head = f"{indent}{scalar(key)}:"
    if isinstance(value, dict) and value:
        below = (line for name, child in value.items() for line in block(name, child, indent + unit, unit))
        return [head, *below]
    return [f"{head} {scalar(value) if isinstance(value, str) else flow(value)}"]


def json_value(value: Data, *, ascii_only: bool, separators: tuple[str, str], indent: str | None = None) -> str:
    """Returns a JSON value; `indent` is one step of indentation, None for one line."""
    return json.dumps(value, ensure_ascii=ascii_only, indent=indent, separators=separators)


def _is_plain(text: str, *, in_flow: bool) -> bool:
    pattern = _PLAIN if in_flow else _PLAIN_IN_BLOCK
    return bool(pattern.fullmatch(text)) and resolve(text) == (text, None) and find_other_reading(text) is None


def _double_quoted(text: str) -> str:
    return _UNESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
