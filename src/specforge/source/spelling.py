"""Characters of a decoded string back to the offsets in the text that spells it.

Each style is decoded once more, noting where every character comes from. A reading that differs
anywhere from the string that the parser gave is thrown away rather than trusted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

from specforge.source.text import without_surrogates

Spelled = list[tuple[str, int]]

_JSON_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL
)
_YAML_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_YAML_ESCAPE = re.compile(
    r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([ \t]*(?:\r\n?|\n)[ \t]*)|(.))", re.DOTALL
)
_FOLD = re.compile(r"[ \t]*((?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))*)[ \t]*")
_BREAK = re.compile(r"\r\n?|\n")
_HEADER = re.compile(r"[|>]([-+0-9]*)[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n)")
_LINE = re.compile(r"([^\r\n]*)(\r\n?|\n|\Z)")


def offsets(text: str, stretch: tuple[int, int], style: str, value: str) -> list[int] | None:
    """Returns the offset of each character of `value` and of its end, or None if the text does not tell."""
    start, end = stretch
    if style in "|>":
        return _offsets_of_block(text, stretch, style, value)
    decode: Callable[[str, int], Iterator[tuple[str, int]]]
    decode = {"json": _json, '"': _double_quoted, "'": _single_quoted}.get(style, _plain)
    inset = 0 if decode is _plain else 1
    return _agreed(list(decode(text[start + inset : end - inset], start + inset)), value, end - inset)


def _agreed(spelled: Spelled, value: str, end: int) -> list[int] | None:
    if "".join(character for character, _ in spelled) != value:
        return None
    return [*(offset for _, offset in spelled), end]


def _json(raw: str, base: int) -> Iterator[tuple[str, int]]:
    at = 0
    for found in _JSON_ESCAPE.finditer(raw):
        yield from _as_it_stands(raw, at, found.start(), base)
        character = json.loads(f'"{found.group()}"', strict=False)
        yield without_surrogates(character), base + found.start()
        at = found.end()
    yield from _as_it_stands(raw, at, len(raw), base)


def _as_it_stands(raw: str, start: int, end: int, base: int) -> Iterator[tuple[str, int]]:
    for at in range(start, end):
        yield raw[at], base + at


def _double_quoted(raw: str, base: int) -> Iterator[tuple[str, int]]:
    at = 0
    while at < len(raw):
        escape = _YAML_ESCAPE.match(raw, at)
        if escape is not None:
            if escape.group(4) is None:
                digits = escape.group(1) or escape.group(2) or escape.group(3)
                character = chr(int(digits, 16)) if digits else _YAML_ESCAPES.get(escape.group(5), "")
                yield character, base + at
            at = escape.end()
            continue
        fold = _FOLD.match(raw, at)
        if fold is not None:
            yield from _folded_breaks(fold, base)
            at = fold.end()
            continue
        yield raw[at], base + at
        at += 1


def _single_quoted(raw: str, base: int) -> Iterator[tuple[str, int]]:
    at = 0
    while at < len(raw):
        fold = _FOLD.match(raw, at)
        if fold is not None:
            yield from _folded_breaks(fold, base)
            at = fold.end()
            continue
        yield raw[at], base + at
        at += 2 if raw.startswith("''", at) else 1


def _plain(raw: str, base: int) -> Iterator[tuple[str, int]]:
    at = 0
    for fold in _FOLD.finditer(raw):
        yield from _as_it_stands(raw, at, fold.start(), base)
        yield from _folded_breaks(fold, base)
        at = fold.end()
    yield from _as_it_stands(raw, at, len(raw), base)


def _folded_breaks(fold: re.Match[str], base: int) -> Iterator[tuple[str, int]]:
    """Yields what a line break inside a flow scalar stands for: a space, or the breaks after the first."""
    breaks = [base + fold.start(1) + found.start() for found in _BREAK.finditer(fold.group(1))]
    if len(breaks) == 1:
        yield " ", breaks[0]
    for offset in breaks[1:]:
        yield "\n", offset


def _offsets_of_block(text: str, stretch: tuple[int, int], style: str, value: str) -> list[int] | None:
    start, end = stretch
    header = _HEADER.match(text, start)
    if header is None:
        return None
    body = [(found.group(1), found.start()) for found in _LINE.finditer(text, header.end(), end) if found.group()]
    widths = [len(line) - len(line.lstrip(" ")) for line, _ in body if line.strip(" ")]
    if not widths:
        return None
    stated = any(character.isdigit() for character in header.group(1))
    for indent in range(1, min(widths) + 1) if stated else (widths[0],):
        spelled = _literal(body, indent) if style == "|" else _folded(body, indent)
        missing = len(value) - len(spelled)
        spelled += [("\n", end)] * max(missing, 0)
        found_offsets = _agreed(spelled[: len(value)], value, end)
        if found_offsets is not None:
            return found_offsets
    return None


def _literal(body: list[tuple[str, int]], indent: int) -> Spelled:
    spelled: Spelled = []
    for line, start in body:
        spelled.extend(_as_it_stands(line, indent, len(line), start))
        spelled.append(("\n", start + len(line)))
    return spelled


def _folded(body: list[tuple[str, int]], indent: int) -> Spelled:
    spelled: Spelled = []
    breaks: list[int] = []
    deeper_before: bool | None = None
    for line, start in body:
        content = line[indent:]
        if content:
            deeper = content[0] in " \t"
            if deeper_before is False and not deeper and breaks:
                spelled.extend([(" ", breaks[0])] if len(breaks) == 1 else [("\n", at) for at in breaks[1:]])
            else:
                spelled.extend(("\n", at) for at in breaks)
            breaks = []
            deeper_before = deeper
            spelled.extend(_as_it_stands(line, indent, len(line), start))
        breaks.append(start + len(line))
    spelled.extend(("\n", at) for at in breaks)
    return spelled
