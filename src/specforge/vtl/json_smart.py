"""Reads JSON as json-smart does in its permissive mode, the one that Jayway's JsonPath takes.

A valid document goes through msgspec; what that refuses is read here: single quotes, bare words, stray commas,
text behind the value. What even json-smart refuses raises.
"""

from __future__ import annotations

import re

import msgspec

from specforge.vtl.budget import BODY, MAX_NESTING, EvaluationError, too_deep
from specforge.vtl.java import utf16
from specforge.vtl.java.numbers import parse_double

_DECODER = msgspec.json.Decoder(float_hook=parse_double)
_LONG_DIGITS = re.compile(r"\d{18}")
_BLANKS = " \t\r\n"
_WHOLE = re.compile(r"-?\d+")
_DECIMAL = re.compile(r"-?\d+\.?\d*(?:[eE][+-]?\d+)?")
_WORDS = {"-": 0, "null": None, "true": True, "false": False, "NaN": float("nan")}
_ESCAPES = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "b": "\b"}
_CONTROLS = frozenset((*map(chr, range(32)), "\x7f"))
_KEPT = frozenset("\"'\\/")
_KEY_ENDS = ":{}[],"
_MAX_DIGITS = 4000


def parse(text: str) -> object:
    """Returns the value of a document; raises EvaluationError for what cannot be read."""
    if _LONG_DIGITS.search(text) is None and "\x7f" not in text:
        try:
            value: object = _DECODER.decode(text)
        except (msgspec.DecodeError, UnicodeError, RecursionError):
            return _Reader(text).document()
        return value
    return _Reader(text).document()


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def document(self) -> object:
        return self._value("", 0)

    def _failure(self, what: str) -> EvaluationError:
        at = min(self.at, len(self.text))
        return EvaluationError(BODY, f"net.minidev.json.parser.ParseException: {what} at position {at}.")

    def _blanks(self) -> str:
        while self.at < len(self.text) and self.text[self.at] in _BLANKS:
            self.at += 1
        return self.text[self.at : self.at + 1]

    def _value(self, ends: str, depth: int) -> object:
        if depth > MAX_NESTING:
            raise too_deep()
        match self._blanks():
            case "":
                raise self._failure("Unexpected End Of File")
            case "{":
                return self._object(depth)
            case "[":
                return self._array(depth)
            case '"' | "'":
                return self._string()
            case _:
                return self._bare(ends)

    def _object(self, depth: int) -> dict[str, object]:
        self.at += 1
        found: dict[str, object] = {}
        while True:
            letter = self._blanks()
            if letter == "}":
                self.at += 1
                return found
            if letter == ",":
                self.at += 1
                continue
            key = self._string() if letter in ('"', "'") and letter else self._key()
            if self._blanks() != ":":
                raise self._failure("Unexpected End Of File" if self.at >= len(self.text) else "Unexpected character")
            self.at += 1
            found[key] = self._value(",}", depth + 1)
            if self._blanks() not in (",", "}"):
                raise self._failure("Unexpected End Of File" if self.at >= len(self.text) else "Unexpected character")

    def _key(self) -> str:
        begin = self.at
        while self.at < len(self.text) and self.text[self.at] not in _KEY_ENDS:
            self.at += 1
        if begin == self.at:
            raise self._failure("Unexpected character")
        return self.text[begin : self.at].strip(_BLANKS)

    def _array(self, depth: int) -> list[object]:
        self.at += 1
        found: list[object] = []
        while True:
            letter = self._blanks()
            if letter == "]":
                self.at += 1
                return found
            if letter == ",":
                self.at += 1
                continue
            found.append(self._value(",]", depth + 1))
            if self._blanks() == "":
                raise self._failure("Unexpected End Of File")

    def _string(self) -> str:
        quote = self.text[self.at]
        self.at += 1
        parts: list[str] = []
        controls: list[int] = []
        has_escapes = False
        while self.at < len(self.text):
            letter = self.text[self.at]
            self.at += 1
            if letter == quote:
                # json-smart loses bare control characters where it has escapes to undo, and only there.
                for index in controls if has_escapes else ():
                    parts[index] = ""
                return utf16.join("".join(parts))
            if letter == "\\":
                has_escapes = True
                letter = self._escaped()
            elif letter in _CONTROLS:
                controls.append(len(parts))
            parts.append(letter)
        raise self._failure("Unexpected End Of File")

    def _escaped(self) -> str:
        letter = self.text[self.at : self.at + 1]
        self.at += 1
        if letter not in ("u", "x") or not letter:
            return _ESCAPES.get(letter, letter if letter in _KEPT else "")
        count = 4 if letter == "u" else 2
        digits = self.text[self.at : self.at + count]
        if not re.fullmatch(f"[0-9a-fA-F]{{{count}}}", digits):
            raise self._failure("Unexpected unicode escape")
        self.at += count
        return chr(int(digits, 16))

    def _bare(self, ends: str) -> object:
        begin = self.at
        while self.at < len(self.text) and self.text[self.at] not in ends:
            self.at += 1
        word = self.text[begin : self.at].strip(_BLANKS)
        if word in _WORDS:
            return _WORDS[word]
        if len(word) <= _MAX_DIGITS:
            if _WHOLE.fullmatch(word):
                return int(word)
            if _DECIMAL.fullmatch(word):
                return parse_double(word)
        if not word or word[0] in "}]:":
            raise self._failure("Unexpected character")
        return word
