"""JSON text to plain data, with the standard library's parser."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from specforge.diagnostics import Key, Pointer
from specforge.source.building import (
    INFINITE,
    LONE_SURROGATE,
    LONG_NUMBER,
    collector_paused,
    repeated_key,
    survey,
    without_infinity,
    without_lone_surrogates,
)
from specforge.source.model import MOST_PROBLEMS, Bounds, Data, Problem, Reading
from specforge.source.text import Lines, find_surrogate, without_surrogates

_TOKEN = re.compile(r'"(?:[^"\\]+|\\.)*"|[][{}:,]|[^][{}:,"\s]+', re.DOTALL)
_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")
_HUGE_NUMBERS = (re.compile(r"[0-9]{300}"), re.compile(r"[eE]\+?[0-9]{3,}(?=[\s,\]}]|\Z)"))


class _NotANumberError(ValueError):
    """Says that the text holds NaN or Infinity, which are no JSON."""


class _Builder:
    """Makes objects of pairs and remembers whether a key stood twice."""

    def __init__(self) -> None:
        self.repeated = False

    def build(self, pairs: list[tuple[str, Data]]) -> dict[str, Data]:
        built = dict(pairs)
        if len(built) != len(pairs):
            self.repeated = True
        return built


def read_json(lines: Lines, bounds: Bounds) -> Reading:
    """Reads a JSON text; a syntax error is a problem at its place."""
    builder = _Builder()
    try:
        with collector_paused(len(lines.text)):
            data: Data = json.loads(lines.text, object_pairs_hook=builder.build, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        return _unsound(lines, "json-syntax-error", _lower(error.msg), error.pos)
    except _NotANumberError as error:
        start = _find_token(lines.text, str(error).__eq__)
        return _unsound(lines, "json-syntax-error", f"{error} is no JSON value", start)
    except RecursionError:
        return too_deep(lines, bounds)
    except ValueError:
        return _unsound(lines, "number-out-of-range", LONG_NUMBER, _find_token(lines.text, _too_many_digits))
    return _checked(lines, bounds, data, repeated=builder.repeated)


def too_deep(lines: Lines, bounds: Bounds) -> Reading:
    """Returns the reading of a text that nests deeper than the bound."""
    message = f"the document nests deeper than {bounds.depth} levels"
    for token in _tokens(lines.text):
        if token.text in "{[" and len(token.path) >= bounds.depth:
            return _unsound(lines, "document-too-deep", message, token.start)
    return _unsound(lines, "document-too-deep", message, 0)


def _checked(lines: Lines, bounds: Bounds, data: Data, *, repeated: bool) -> Reading:
    if survey(data, bounds.depth).depth > bounds.depth:
        return too_deep(lines, bounds)
    problems: list[Problem] = []
    if repeated:
        problems.extend(islice(_repeated_keys(lines), MOST_PROBLEMS))
    if any(huge.search(lines.text) for huge in _HUGE_NUMBERS):
        problems.extend(islice(_infinite_numbers(lines), MOST_PROBLEMS))
        data = without_infinity(data)
    if _SURROGATE_ESCAPE.search(lines.text):
        problems.extend(islice(_lone_surrogates(lines), MOST_PROBLEMS))
        data = without_lone_surrogates(data)
    return Reading(data, tuple(problems))


def _unsound(lines: Lines, rule: str, message: str, offset: int) -> Reading:
    span = lines.span(offset, min(offset + 1, len(lines.text)))
    return Reading(None, (Problem(rule, message, span=span),), sound=False)


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:]


def _refuse(name: str) -> Data:
    raise _NotANumberError(name)


def _too_many_digits(token: str) -> bool:
    return len(token) > 4300 and token.lstrip("-").isdigit()


def _find_token(text: str, wanted: Callable[[str], object]) -> int:
    return next((found.start() for found in _TOKEN.finditer(text) if wanted(found.group())), 0)


class _Token(NamedTuple):
    """A key, a scalar or an opening bracket; `path` holds keys as they are spelled, and changes."""

    text: str
    start: int
    path: list[Key]
    is_key: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def pointer(self) -> Pointer:
        return tuple(_string(key) if isinstance(key, str) else key for key in self.path)


def _tokens(text: str) -> Iterator[_Token]:
    """Walks a text token by token, which only happens where something is wrong with it."""
    path: list[Key] = []
    objects: list[bool] = []
    key_is_next = False
    for found in _TOKEN.finditer(text):
        piece = found.group()
        if piece in "{[":
            yield _Token(piece, found.start(), path)
            objects.append(piece == "{")
            key_is_next = piece == "{"
            path.append("" if key_is_next else 0)
        elif piece in "}]":
            if objects:
                objects.pop()
                path.pop()
        elif piece == ",":
            key_is_next = bool(objects) and objects[-1]
            if objects and not key_is_next:
                path[-1] = int(path[-1]) + 1
        elif piece != ":":
            if key_is_next and piece[0] == '"':
                path[-1] = piece
            yield _Token(piece, found.start(), path, is_key=key_is_next)
            key_is_next = False


def _string(token: str) -> str:
    if "\\" not in token:
        return token[1:-1]
    try:
        return without_surrogates(str(json.loads(token, strict=False)))
    except ValueError:
        return token


def _repeated_keys(lines: Lines) -> Iterator[Problem]:
    seen: dict[int, dict[str, int]] = {}
    for token in _tokens(lines.text):
        depth = len(token.path)
        if not token.is_key:
            if token.text == "{":
                seen[depth + 1] = {}
            continue
        key = _string(token.text)
        keys = seen.setdefault(depth, {})
        if key in keys:
            span = lines.span(token.start, token.end)
            yield Problem("duplicate-key", repeated_key(lines, key, keys[key]), token.pointer(), on_key=True, span=span)
        keys.setdefault(key, token.start)


def _infinite_numbers(lines: Lines) -> Iterator[Problem]:
    for token in _tokens(lines.text):
        if token.text[0] in "-0123456789" and math.isinf(_as_read(token.text)):
            span = lines.span(token.start, token.end)
            yield Problem("number-out-of-range", INFINITE, token.pointer(), span=span)


def _as_read(number: str) -> float:
    """Returns a number as it is read; whole numbers are exact however long, and so never infinite."""
    return 0.0 if number.lstrip("-").isdigit() else float(number)


def _lone_surrogates(lines: Lines) -> Iterator[Problem]:
    for token in _tokens(lines.text):
        if token.text[0] != '"' or not _SURROGATE_ESCAPE.search(token.text):
            continue
        if find_surrogate(json.loads(token.text, strict=False)) is not None:
            span = lines.span(token.start, token.end)
            yield Problem("not-utf-8", LONE_SURROGATE, token.pointer(), token.is_key, span)
