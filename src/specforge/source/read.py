"""One text to one `Source`: decides between JSON and YAML."""

from __future__ import annotations

import re

from specforge.source.model import BOUNDS, Bounds, Problem, Reading, Source
from specforge.source.text import Lines, decode, encoding_of, find_surrogate, without_surrogates

_API_KEY = re.compile(r"""(?:^|[{,])[ \t]*["']?(?:swagger|openapi)["']?[ \t]*:""", re.MULTILINE)
_TEMPLATE_KEY = re.compile(r"""(?:^|[{,])[ \t]*["']?(?:Resources|AWSTemplateFormatVersion)["']?[ \t]*:""", re.MULTILINE)


def read_text(text: str | bytes, name: str, bounds: Bounds = BOUNDS, *, path: str | None = None) -> Source:
    """Reads a text; `name` is what spans show, and its ending may decide the format."""
    if len(text) > bounds.bytes:
        message = f"the document has more than {bounds.bytes} bytes"
        problem = Problem("document-too-large", message)
        return Source(name, Lines(name, ""), Reading(None, (problem,), sound=False, format=_format(name, "")), path)
    decoded, bad = _decoded(text)
    lines = Lines(name, decoded)
    reading = _reading(lines, name, bounds)
    if bad is not None:
        message = "the text is not valid UTF-8 here; what cannot be read is replaced"
        problem = Problem("not-utf-8", message, span=lines.span(bad, bad + 1))
        reading = reading._replace(problems=(problem, *reading.problems))
    encoding = None if bad is not None else encoding_of(text) if isinstance(text, bytes) else "utf-8"
    return Source(name, lines, reading, path, encoding=encoding)


def _decoded(text: str | bytes) -> tuple[str, int | None]:
    if isinstance(text, bytes):
        return decode(text)
    bad = find_surrogate(text)
    return (text if bad is None else without_surrogates(text)).removeprefix("\ufeff"), bad


def _format(name: str, text: str) -> str:
    if name.lower().endswith(".json"):
        return "json"
    return "json" if text.lstrip()[:1] in ("{", "[") else "yaml"


def _reading(lines: Lines, name: str, bounds: Bounds) -> Reading:
    """Takes JSON for JSON, and YAML in flow style, which looks like it, for YAML."""
    if _format(name, lines.text[:1000]) == "yaml":
        return _read_yaml(lines, bounds)
    from specforge.source.json import read_json  # lazy: 2 ms

    reading = read_json(lines, bounds)
    if reading.sound or name.lower().endswith(".json") or reading.problems[0].rule != "json-syntax-error":
        return reading
    other = _read_yaml(lines, bounds, exact=True)
    looks_like_json = not name.lower().endswith((".yaml", ".yml")) and lines.text.lstrip()[1:].lstrip()[:1] == '"'
    return reading if looks_like_json and not other.sound else other


def _read_yaml(lines: Lines, bounds: Bounds, *, exact: bool = False) -> Reading:
    from specforge.source.yaml import read_yaml  # lazy: 3 ms

    return read_yaml(lines, bounds, exact=exact)


def looks_like_api(text: str) -> bool:
    """Tells whether a file is worth reading: an OpenAPI document or a template with resources."""
    if _API_KEY.search(text):
        return True
    return "AWS::" in text and _TEMPLATE_KEY.search(text) is not None
