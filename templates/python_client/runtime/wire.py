"""Parameters and URLs: every style and explode of OpenAPI, percent-encoded as RFC 3986 asks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import quote

from .codec import encode
from .values import UNSET, is_list, is_object

RESERVED = ":/?#[]@!$&'()*+,;="
_PLACEHOLDER = re.compile(r"\{([^{}]*?)(\+?)\}")


class Style(NamedTuple):
    """How a parameter is written, where that is not OpenAPI's default for its location."""

    style: str = ""
    explode: bool | None = None
    allow_reserved: bool = False


PLAIN = Style()


def text(value: Any) -> str:
    """Returns a scalar as it stands in a URL or a header."""
    value = encode(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return ""
    return (
        value
        if isinstance(value, str)
        else json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    )


def build_path(
    template: str, values: Mapping[str, Any], styles: Mapping[str, Style]
) -> str:
    """Returns a path with its parameters filled in; a greedy `{name+}` keeps its slashes."""

    def fill(match: re.Match[str]) -> str:
        name, greedy = match[1], bool(match[2])
        value = values.get(name)
        if value is None or value is UNSET:
            raise ValueError(f"the path parameter {name} must have a value")
        if greedy:
            return "/".join(map(segment, text(value).removeprefix("/").split("/")))
        return path_value(name, encode(value), styles.get(name, PLAIN))

    return _PLACEHOLDER.sub(fill, template)


def segment(part: str) -> str:
    """Returns one segment of a path; dots alone are encoded, lest a proxy takes them for a step up."""
    return "%2E" * len(part) if part in (".", "..") else quote(part, safe="")


def path_value(name: str, value: Any, style: Style) -> str:
    """Returns a path parameter in its style: simple, label or matrix."""
    kind, explode = style.style or "simple", bool(style.explode)
    if kind == "matrix":
        return matrix(name, value, explode)
    prefix, separator = (".", "." if explode else ",") if kind == "label" else ("", ",")
    if is_list(value):
        return prefix + separator.join(quote(text(item), safe="") for item in value)
    if is_object(value):
        return prefix + separator.join(pairs(value, joiner="=" if explode else ","))
    return prefix + segment(text(value))


def matrix(name: str, value: Any, explode: bool) -> str:
    """Returns a path parameter in the style `;name=value`."""
    if is_list(value) and explode:
        return "".join(f";{quote(name)}={quote(text(item), safe='')}" for item in value)
    if is_object(value) and explode:
        return "".join(f";{pair}" for pair in pairs(value, joiner="="))
    if is_list(value):
        return f";{quote(name)}=" + ",".join(
            quote(text(item), safe="") for item in value
        )
    if is_object(value):
        return f";{quote(name)}=" + ",".join(pairs(value, joiner=","))
    return f";{quote(name)}={quote(text(value), safe='')}"


def pairs(value: Mapping[str, Any], *, joiner: str) -> Iterator[str]:
    """Yields the members of an object, key and value joined."""
    for key, item in value.items():
        yield quote(key, safe="") + joiner + quote(text(item), safe="")


def build_query(values: Mapping[str, Any], styles: Mapping[str, Style]) -> str:
    """Returns the query string of all parameters that have a value."""
    parts: list[str] = []
    for name, value in values.items():
        if value is not None and value is not UNSET:
            parts.extend(query_parts(name, encode(value), styles.get(name, PLAIN)))
    return "&".join(parts)


def query_parts(name: str, value: Any, style: Style) -> Iterator[str]:
    """Yields the `name=value` parts of one query parameter."""
    kind = style.style or "form"
    explode = kind == "form" if style.explode is None else style.explode
    safe = RESERVED if style.allow_reserved else ""
    key = quote(name, safe="[]")
    if kind == "json":
        yield f"{key}={quote(json.dumps(value, separators=(',', ':')), safe=safe)}"
    elif kind == "deepObject" and (is_object(value) or is_list(value)):
        yield from deep_parts(key, value, safe)
    elif is_object(value) and explode:
        yield from (
            f"{quote(k, safe='')}={quote(text(v), safe=safe)}" for k, v in value.items()
        )
    elif is_list(value) and explode:
        yield from (f"{key}={quote(text(item), safe=safe)}" for item in value)
    elif is_object(value) or is_list(value):
        items = each_part(value) if is_object(value) else value
        yield f"{key}=" + SEPARATORS.get(kind, ",").join(
            quote(text(item), safe=safe) for item in items
        )
    else:
        yield f"{key}={quote(text(value), safe=safe)}"


def each_part(value: Mapping[str, Any]) -> Iterator[Any]:
    """Yields keys and values of an object in turn."""
    for key, item in value.items():
        yield key
        yield item


SEPARATORS: Mapping[str, str] = {
    "spaceDelimited": "%20",
    "pipeDelimited": "%7C",
    "tabDelimited": "%09",
}


def deep_parts(key: str, value: Any, safe: str) -> Iterator[str]:
    """Yields `key[name]=value` for each leaf of an object."""
    if is_object(value):
        for name, item in value.items():
            yield from deep_parts(f"{key}[{quote(name, safe='')}]", item, safe)
    elif is_list(value):
        for item in value:
            yield from deep_parts(key, item, safe)
    else:
        yield f"{key}={quote(text(value), safe=safe)}"


def build_headers(
    values: Mapping[str, Any], styles: Mapping[str, Style]
) -> dict[str, str]:
    """Returns the header parameters that have a value, in the style simple."""
    return {
        name: header_value(encode(value), styles.get(name, PLAIN))
        for name, value in values.items()
        if value is not None and value is not UNSET
    }


def header_value(value: Any, style: Style) -> str:
    """Returns one header's value."""
    if style.style == "json":
        return json.dumps(value, separators=(",", ":"))
    if is_list(value):
        return ",".join(map(text, value))
    if is_object(value):
        joiner = "=" if style.explode else ","
        return ",".join(f"{key}{joiner}{text(item)}" for key, item in value.items())
    return text(value)


def build_cookies(values: Mapping[str, Any], styles: Mapping[str, Style]) -> str:
    """Returns the value of the Cookie header; empty without a cookie."""
    parts: list[str] = []
    for name, value in values.items():
        if value is not None and value is not UNSET:
            parts.extend(query_parts(name, encode(value), styles.get(name, PLAIN)))
    return "; ".join(parts)
