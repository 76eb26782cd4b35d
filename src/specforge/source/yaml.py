"""YAML text to plain data: a fast reader for plain texts, our own for all others."""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import NamedTuple, cast

from specforge.source.building import collector_paused, survey
from specforge.source.model import Bounds, Data, Reading
from specforge.source.text import Lines

# What the fast reader drops, resolves in its own way, or does not tell about. A hit inside of a
# longer text only costs time. Begins with one set of characters, which `re` looks for natively.
_BEGIN = r"""[\n,\[{:?-](?:[ \t]+|(?<![:?-])|(?<=["']:))(?=[!&*0-9+\-._yYnNoO])"""
_END = r"(?=[ \t\r]*(?:[\n,\]}]|:(?:[\s,\[\]{}]|\Z)|[ \t]#|\Z))"
_NUMBER = (
    r"[+-]?(?:(?:0[0-9_:]+|[0-9][0-9_]*:[0-9_:]*)(?:\.[0-9_]*)?|0[xXoObB][0-9a-fA-F_]+"
    r"|(?=[0-9.eE+-]*_)(?=[_.]*[0-9])[0-9_.]+)(?:[eE][+-]?[0-9_]+)?"
)
_ANCHORED = r"(?:&[A-Za-z0-9_-]+[ \t]+)?"
# Looked at, not taken: another sign may begin right behind it.
_ODD_ANCHOR = r"(?=&[A-Za-z0-9_-]*[^A-Za-z0-9_\s-])"
_TAG = r"!(?![\[(=])"
# Bounded, so that no text makes the search take more than linear time.
_ALIAS = r"\*[^\s,\[\]{}]{1,100}"
_WORD = r"(?:[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)"
_NOT_PLAIN = re.compile(
    rf"{_BEGIN}{_ANCHORED}(?:{_TAG}|({_ALIAS}){_END}|([+-]?0[0-9]+){_END}|{_NUMBER}{_END}|(?:\+[0-9]+|-0+){_END}|({_WORD}){_END}"
    rf"|{_ODD_ANCHOR})"
)
# Without an anchor, what looks like an alias is emphasis in some prose.
_ANCHOR = re.compile(r"[:\[{,-][ \t]+&[^\s,\[\]{}]|\n[ \t]*&[^\s,\[\]{}]")
_MERGE_KEY = re.compile(r"""<<["']?[ \t\r]*(?:[:\n]|[ \t]#|\Z)""")
# The fast reader recurses in native code and dies of a block that nests too deep.
_DEEP = re.compile(r"\n[ \t?:-]{250}")
_HUGE = re.compile(r"[0-9]{300}")
# The fast reader lets tabs pass that others refuse: in front of a line, and where a block scalar begins.
_TAB = re.compile(r"\n[ ?-]*\t|[|>][-+0-9]*\s*\t")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_OPENING = re.compile(r"[\[{]")
# A line from the first place where a flow collection may begin in it.
_FLOW_LINE = re.compile(r"(?<=[\s,:\[{])[\[{][^\n]*")
_QUOTED = re.compile(r"""'[^']*'|"(?:[^"\\]|\\.)*\"""")
_DOUBTFUL = (_CONTROL, _MERGE_KEY, _DEEP, _HUGE, _TAB)
# What stands before a number that is hardly part of some prose.
_IS_VALUE = re.compile(r"""[ -]*["']?[\w.$/-]+["']?:""")
_BLANKS = re.compile(" *")
MOST_LINES_BACK = 200
_COMMENT = re.compile(r"(?:^|[ \t])#[^\n]*", re.MULTILINE)
_DOCUMENT_START = re.compile(r"^---(?:\s|$)", re.MULTILINE)
_ONLY_COMMENTS = re.compile(r"(?:[ \t]*(?:#[^\n]*)?(?:\r?\n|$))*\Z")


def read_yaml(lines: Lines, bounds: Bounds, *, exact: bool = False) -> Reading:
    """Reads a YAML text, of a file with several documents the first.

    `exact` is for a text in flow style, of which the fast reader takes more than it should.
    """
    suspects = None if exact else _suspects(lines.text)
    if suspects is not None:
        reading = _read_fast(lines, bounds, suspects)
        if reading is not None:
            return reading
    from specforge.source.composer import compose  # lazy: 30 ms

    with collector_paused(len(lines.text)):
        composed = compose(lines, bounds)
    data = composed.root.data if composed.sound and composed.root is not None else None
    problems = tuple(composed.problems)
    return Reading(data, problems, sound=composed.sound, format="yaml", root=composed.root)


class Suspects(NamedTuple):
    """Words and whole numbers that may be scalars of two meanings, or may just stand in some prose."""

    words: set[str]
    numbers: set[int]


def _suspects(text: str) -> Suspects | None:
    """Returns None where the fast reader cannot be trusted with a text, else what has to be looked for in the data."""
    starts = [found.start() for found in _DOCUMENT_START.finditer(text)]
    if len(starts) > 1 or (starts and not _ONLY_COMMENTS.match(text[: starts[0]])):
        return None
    text = f"\n{text}"
    if "\n..." in text or "\n%" in text or any(doubtful.search(text) for doubtful in _DOUBTFUL):
        return None
    suspects = Suspects(set(), set())
    aliased = _ANCHOR.search(text) is not None
    prose = _Prose(text)
    for found in _NOT_PLAIN.finditer(text):
        alias, number, word = found.groups()
        if word is not None:
            suspects.words.add(word)
        elif number is not None:
            line = text.rfind("\n", max(found.start() - 200, 0), found.start() + 1)
            if line >= 0 and _IS_VALUE.fullmatch(text, line + 1, found.start() + 1):
                return None
            suspects.words.add(number)
            suspects.numbers.add(int(number))
        elif (alias is None or aliased) and not prose.holds(found.start()):
            return None
    return suspects


class _Prose:
    """Tells commas of sentences; remembers the line that it was asked about, so that long lines cost little."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.line_end = -1
        self.sentence_end = 0

    def holds(self, comma: int) -> bool:
        """Tells whether a comma or bracket is of a sentence or word, and opens or parts no flow collection."""
        sign = self.text[comma]
        if sign in "[{":
            return self.text[comma - 1] not in " \t\r\n,[{:"
        if sign != ",":
            return False
        if comma >= self.line_end:
            self.look_at(comma)
        return comma < self.sentence_end

    def look_at(self, comma: int) -> None:
        start = self.text.rfind("\n", 0, comma) + 1
        end = self.text.find("\n", comma)
        self.line_end = end if end >= 0 else len(self.text)
        opening = _OPENING.search(self.text, start, self.line_end)
        self.sentence_end = opening.start() if opening else self.line_end
        if self.goes_on(start):
            self.sentence_end = start

    def goes_on(self, start: int) -> bool:
        """Tells whether a flow collection may go on into a line: from one that is indented as far, or holds it."""
        indent = _indent(self.text, start)
        for _ in range(MOST_LINES_BACK):
            end, start = start - 1, self.text.rfind("\n", 0, max(start - 1, 0)) + 1
            line = self.text[start : max(end, 0)].strip()
            if line and not line.startswith("#"):
                if line[-1] in "[{," or any(_is_open(found.group()) for found in _FLOW_LINE.finditer(f" {line}")):
                    return True
                if _indent(self.text, start) < indent:
                    return False
            if start == 0:
                return False
        return True


def _indent(text: str, start: int) -> int:
    found = _BLANKS.match(text, start)
    return found.end() - start if found else 0


def _is_open(line: str) -> bool:
    """Tells whether a flow collection of a line may go on in the next, where a comma looks like one of a sentence."""
    bare = _QUOTED.sub("", line)
    return any(text.count(start) != text.count(end) for text in (line, bare) for start, end in ("[]", "{}"))


def _read_fast(lines: Lines, bounds: Bounds, suspects: Suspects) -> Reading | None:
    """Returns None where the fast reader refuses or a key has to be looked at in the text."""
    import yaml_rs  # lazy: 20 ms

    try:
        with collector_paused(len(lines.text)):
            data = cast("Data", yaml_rs.loads(lines.terminated(), parse_datetime=False))
            # A block scalar may stand at the margin where it is the whole text, which the readers see differently.
            if not isinstance(data, (dict, list)) or survey(data, bounds.depth).depth > bounds.depth:
                return None
            if not _settled(data, suspects, lines.text):
                return None
    except (ValueError, TypeError, OverflowError):
        return None
    return Reading(data, format="yaml")


def _settled(root: Data, suspects: Suspects, text: str) -> bool:
    """Turns whole-number keys into text in place; False when that is not all that is to do.

    A line break alone is what the fast reader makes of a block scalar without a line.
    """
    words, numbers = suspects
    met: Counter[str] = Counter()
    open_: list[Data] = [root]
    while open_:
        node = open_.pop()
        if isinstance(node, dict):
            if set(map(type, node)) - {str} and (not numbers.isdisjoint(node) or not _rename(node)):
                return False
            if "\n" in node:
                return False
            if words and not words.isdisjoint(node):
                met.update(words.intersection(node))
            open_.extend(node.values())
        elif isinstance(node, list):
            open_.extend(node)
        elif isinstance(node, str):
            if node == "\n":
                return False
            if node in words:
                met[node] += 1
        elif (isinstance(node, float) and not math.isfinite(node)) or (
            numbers and node in numbers and type(node) is int
        ):
            return False
    bare = _COMMENT.sub("", text) if met else ""
    return all(len(_quoted(word).findall(bare)) == count for word, count in met.items())


def _quoted(word: str) -> re.Pattern[str]:
    """Finds a word as a quoted scalar: where all of its scalars are quoted, none has two meanings."""
    return re.compile(rf"""(?:'{re.escape(word)}'|"{re.escape(word)}"){_END}""")


def _rename(node: dict[str, Data]) -> bool:
    if not all(type(key) in (str, int) for key in node):
        return False
    renamed = {str(key): value for key, value in node.items()}
    if len(renamed) != len(node):
        return False
    node.clear()
    node.update(renamed)
    return True
