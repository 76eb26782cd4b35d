"""Java's regular expressions, translated into Python's and bounded.

What could run for a long time (a quantifier inside a quantifier, several of them over a long text) is refused before
it runs: Python's engine cannot be stopped. Java's own engine would try.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from specforge.vtl.budget import LIMIT, METHOD, Budget, EvaluationError, too_deep

_SPECIAL = frozenset("\\^$.|?*+()[]{}")
_MAX_PATTERN = 2000
_MAX_NESTING = 50
_LINE_END = "\\n\\r\\x85\\u2028\\u2029"
_POSIX = {
    "Lower": "a-z", "Upper": "A-Z", "ASCII": "\\x00-\\x7f", "Alpha": "a-zA-Z", "Digit": "0-9", "Alnum": "a-zA-Z0-9",
    "Punct": re.escape("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"), "Graph": "\\x21-\\x7e", "Print": "\\x20-\\x7e",
    "Blank": " \\t", "Cntrl": "\\x00-\\x1f\\x7f", "XDigit": "0-9a-fA-F", "Space": " \\t\\n\\x0b\\f\\r",
}  # fmt: skip
_UNICODE = {"L": "^\\W\\d_", "IsAlphabetic": "^\\W\\d_", "N": "\\d", "Nd": "\\d", "IsDigit": "\\d"}
_ESCAPES = {
    "t": "\\t", "n": "\\n", "r": "\\r", "f": "\\f", "a": "\\x07", "e": "\\x1b", "d": "\\d", "D": "\\D", "w": "\\w",
    "W": "\\W", "s": "\\s", "S": "\\S", "b": "\\b", "B": "\\B", "A": "\\A", "z": "\\Z",
    "v": "[\\n\\x0b\\f\\r\\x85\\u2028\\u2029]", "Z": f"(?=(?:\\r\\n|[{_LINE_END}])?\\Z)",
    "h": "[ \\t\\xa0]", "H": "[^ \\t\\xa0]",
    "R": f"(?:\\r\\n|[{_LINE_END}\\x0b\\f])",
}  # fmt: skip
_QUANTIFIER = re.compile(r"[*+?]|\{(\d+)(?:(,)(\d*))?\}")
_FLAGS = re.compile(r"\(\?([idmsux]*)(?:-[idmsux]+)?([:)])")
_NAME = re.compile(r"\(\?<([a-zA-Z][a-zA-Z0-9]*)>")


class Pattern(NamedTuple):
    """Is a translated expression; `literal` is set where it is plain text."""

    literal: str | None
    compiled: re.Pattern[str] | None
    power: int
    """Is how many unbounded repetitions follow each other: the run time grows with this power of the length."""
    nested: bool
    """Says that a repetition stands inside another: the run time may double with every character."""


@lru_cache(maxsize=256)
def translate(pattern: str) -> Pattern:
    """Returns a Java expression as a Python one; raises what Java raises for a bad one."""
    literal = _find_literal(pattern)
    if literal is not None:
        return Pattern(literal, None, 0, nested=False)
    if len(pattern) > _MAX_PATTERN:
        raise EvaluationError(LIMIT, f"a regular expression may have no more than {_MAX_PATTERN} characters")
    reader = _Translator(pattern)
    try:
        compiled = re.compile(reader.translated(), re.ASCII)
    except (re.error, RecursionError, OverflowError) as error:
        raise _bad(str(error)) from None
    return Pattern(None, compiled, reader.power, nested=reader.nested)


def _bad(reason: str) -> EvaluationError:
    return EvaluationError(METHOD, f"java.util.regex.PatternSyntaxException: {reason}")


def _find_literal(pattern: str) -> str | None:
    if not _SPECIAL.intersection(pattern):
        return pattern
    found: list[str] = []
    letters = iter(pattern)
    for letter in letters:
        if letter == "\\":
            escaped = next(letters, "")
            if not escaped or (escaped.isascii() and escaped.isalnum()):
                return None
            found.append(escaped)
        elif letter in _SPECIAL:
            return None
        else:
            found.append(letter)
    return "".join(found)


def matcher(pattern: str, text: str, budget: Budget) -> re.Pattern[str]:
    """Returns the compiled expression after paying for what it may cost over this text."""
    found = translate(pattern)
    size = len(text) + 1
    if found.nested:
        # 2 to the power of 14 tries at most.
        if size > 15:
            raise EvaluationError(LIMIT, "a repetition inside a repetition is refused on texts of over 14 characters")
        budget.spend(1 << size)
    else:
        cost = size ** min(found.power + 1, 9)
        if cost > 50_000_000:
            raise EvaluationError(LIMIT, "this regular expression could run too long on this text")
        budget.spend(cost >> 5)
    return found.compiled or re.compile(re.escape(found.literal or ""))


class _Translator:
    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0
        self.power = 0
        self.nested = False
        self._flags = ""

    def translated(self) -> str:
        result, _ = self._alternatives(0)
        if self.at < len(self.pattern):
            raise _bad("Unmatched closing ')'")
        return result

    def _alternatives(self, depth: int) -> tuple[str, bool]:
        """Translates up to the parenthesis that closes; says whether something inside repeats without bound."""
        if depth > _MAX_NESTING:
            raise too_deep()
        parts: list[str] = []
        closing, repeats = "", False
        while self.at < len(self.pattern) and self.pattern[self.at] != ")":
            atom, inside, opened = self._atom(depth)
            closing += opened
            atom, repeated = self._quantified(atom, inside=inside)
            repeats = repeats or repeated or inside
            parts.append(atom)
        return "".join(parts) + closing, repeats

    def _quantified(self, atom: str, *, inside: bool) -> tuple[str, bool]:
        found = _QUANTIFIER.match(self.pattern, self.at) if atom and atom != "|" else None
        if found is None:
            return atom, False
        self.at = found.end()
        many = found[0] in "*+" or (found[2] is not None and (not found[3] or int(found[3]) > 20))
        suffix = self.pattern[self.at : self.at + 1]
        if suffix in ("?", "+") and suffix:
            self.at += 1
        else:
            suffix = ""
        if found[0] != "?":
            self.power += many
            self.nested = self.nested or inside or ("|" in atom and atom.startswith("("))
        return atom + found[0] + suffix, many

    def _atom(self, depth: int) -> tuple[str, bool, str]:
        letter = self.pattern[self.at]
        if letter == "(":
            return self._group(depth)
        self.at += 1
        match letter:
            case "\\":
                return self._escape(), False, ""
            case "[":
                return self._set(depth), False, ""
            case ".":
                return "." if "s" in self._flags else f"[^{_LINE_END}]", False, ""
            case "$":
                if "m" in self._flags:
                    return f"(?=[{_LINE_END}]|\\Z)", False, ""
                return f"(?=(?:\\r\\n|[{_LINE_END}])?\\Z)", False, ""
            case "*" | "+" | "?":
                raise _bad(f"Dangling meta character '{letter}'")
            case "{":
                raise _bad("Illegal repetition")
            case "]" | "}":
                return "\\" + letter, False, ""
            case _:
                return letter, False, ""

    def _group(self, depth: int) -> tuple[str, bool, str]:
        flags = _FLAGS.match(self.pattern, self.at)
        if flags:
            return self._flagged(flags, depth)
        opening = "("
        if name := _NAME.match(self.pattern, self.at):
            opening, self.at = f"(?P<{name[1]}>", name.end()
        elif self.pattern.startswith("(?", self.at):
            lengths = {"(?=": 3, "(?!": 3, "(?<=": 4, "(?<!": 4, "(?>": 3}
            opening = next((one for one in lengths if self.pattern.startswith(one, self.at)), "")
            if not opening:
                raise _bad("Unknown inline modifier")
            self.at += len(opening)
        else:
            self.at += 1
        return self._closed(opening, depth)

    def _closed(self, opening: str, depth: int) -> tuple[str, bool, str]:
        outer = self._flags
        body, repeats = self._alternatives(depth + 1)
        self._flags = outer
        if self.at >= len(self.pattern):
            raise _bad("Unclosed group")
        self.at += 1
        return f"{opening}{body})", repeats, ""

    def _flagged(self, flags: re.Match[str], depth: int) -> tuple[str, bool, str]:
        self.at = flags.end()
        outer = self._flags
        self._flags += flags[1]
        kept = "".join(one for one in "imsx" if one in flags[1])
        opening = f"(?{kept}:" if kept else "(?:"
        if flags[2] == ")":
            # Flags without a group count to the end of the group around them.
            return opening, False, ")"
        result = self._closed(opening, depth)
        self._flags = outer
        return result

    def _escape(self) -> str:
        if self.at >= len(self.pattern):
            raise _bad("Unexpected internal error")
        letter = self.pattern[self.at]
        self.at += 1
        if letter == "Q":
            end = self.pattern.find("\\E", self.at)
            end = len(self.pattern) if end < 0 else end
            quoted = self.pattern[self.at : end]
            self.at = min(end + 2, len(self.pattern))
            return f"(?:{re.escape(quoted)})" if quoted else ""
        if letter == "E":
            return ""
        if letter in "pP":
            return f"[{self._property(letter)}]" if letter == "p" else self._negated_property()
        if letter == "k":
            end = self.pattern.find(">", self.at)
            name = self.pattern[self.at + 1 : end]
            self.at = end + 1
            return f"(?P={name})"
        return self._simple_escape(letter)

    def _simple_escape(self, letter: str) -> str:
        if letter == "0":
            return self._number(r"[0-3]?[0-7]{1,2}", 8)
        if letter == "x":
            return self._number(r"[0-9a-fA-F]{2}", 16)
        if letter == "u":
            return self._number(r"[0-9a-fA-F]{4}", 16)
        if letter in "123456789":
            return "\\" + letter
        if letter in _ESCAPES:
            return _ESCAPES[letter]
        if letter.isascii() and letter.isalpha():
            raise _bad("Illegal/unsupported escape sequence")
        return re.escape(letter)

    def _number(self, digits: str, base: int) -> str:
        found = re.compile(digits).match(self.pattern, self.at)
        if not found:
            raise _bad("Illegal escape sequence")
        self.at = found.end()
        return re.escape(chr(int(found[0], base)))

    def _property(self, letter: str) -> str:
        name = self.pattern[self.at : self.at + 1]
        self.at += 1
        if name == "{":
            end = self.pattern.find("}", self.at)
            name = self.pattern[self.at : end]
            self.at = end + 1
        if name in ("Lu", "javaUpperCase", "IsUppercase"):
            name = "Upper"
        if name in ("Ll", "javaLowerCase", "IsLowercase"):
            name = "Lower"
        members = _POSIX.get(name) or _UNICODE.get(name)
        if members is None:
            raise _bad(f"Unknown character property name {{{name}}} of \\{letter}")
        return members

    def _negated_property(self) -> str:
        members = self._property("P")
        return f"[{members[1:]}]" if members.startswith("^") else f"[^{members}]"

    def _set(self, depth: int) -> str:
        """Translates a character class; a union of classes becomes one, an intersection a lookahead."""
        if depth > _MAX_NESTING:
            raise too_deep()
        negated = self.pattern.startswith("^", self.at)
        self.at += negated
        members: list[str] = []
        others: list[str] = []
        required = ""
        first = True
        while True:
            if self.at >= len(self.pattern):
                raise _bad("Unclosed character class")
            letter = self.pattern[self.at]
            self.at += 1
            if letter == "]" and not first:
                break
            first = False
            if letter == "[":
                others.append(self._set(depth + 1))
            elif letter == "&" and self.pattern.startswith("&", self.at):
                self.at += 1
                required += f"(?={_class(members, others)})"
                members, others = [], []
            elif letter == "\\":
                members.append(self._member())
            else:
                members.append("\\" + letter if letter in "[]^&~|" else letter)
        found = required + _class(members, others)
        if negated:
            return f"(?:(?!{found})[\\s\\S])" if others or required else f"[^{''.join(members)}]"
        return f"(?:{found})" if required else found

    def _member(self) -> str:
        letter = self.pattern[self.at : self.at + 1]
        self.at += 1
        if letter in ("p", "P"):
            members = self._property(letter) if letter == "p" else self._negated_property()[1:-1]
            if members.startswith("^"):
                raise EvaluationError(LIMIT, f"\\{letter} of this property inside [] is not supported")
            return members
        if letter == "h":
            return " \\t\\xa0"
        if letter == "Q":
            end = self.pattern.find("\\E", self.at)
            quoted, self.at = self.pattern[self.at : end], end + 2
            return re.escape(quoted)
        return self._simple_escape(letter)


def _class(members: list[str], others: list[str]) -> str:
    choices = ([f"[{''.join(members)}]"] if members else []) + others
    return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"


def expand(replacement: str, match: re.Match[str]) -> str:
    """Returns the replacement for one match: `$1`, `${name}` and escapes undone as Java does."""
    parts: list[str] = []
    at = 0
    while at < len(replacement):
        letter = replacement[at]
        at += 1
        if letter == "\\":
            if at >= len(replacement):
                raise _illegal("character to be escaped is missing")
            parts.append(replacement[at])
            at += 1
        elif letter == "$":
            found, at = _group_reference(replacement, at, match)
            parts.append(found)
        else:
            parts.append(letter)
    return "".join(parts)


def _illegal(reason: str) -> EvaluationError:
    return EvaluationError(METHOD, f"java.lang.IllegalArgumentException: {reason}")


def _group_reference(replacement: str, at: int, match: re.Match[str]) -> tuple[str, int]:
    if replacement.startswith("{", at):
        end = replacement.find("}", at)
        name = replacement[at + 1 : end]
        if end < 0 or name not in match.re.groupindex:
            raise _illegal("named capturing group is missing")
        return match[name] or "", end + 1
    if at >= len(replacement) or not ("0" <= replacement[at] <= "9"):
        raise _illegal("Illegal group reference" + (": group index is missing" if at >= len(replacement) else ""))
    group = int(replacement[at])
    if group > match.re.groups:
        raise EvaluationError(METHOD, f"java.lang.IndexOutOfBoundsException: No group {group}")
    at += 1
    while (
        at < len(replacement) and "0" <= replacement[at] <= "9" and group * 10 + int(replacement[at]) <= match.re.groups
    ):
        group = group * 10 + int(replacement[at])
        at += 1
    return match[group] or "", at
