"""Tells which YAML texts the fast reader may read: it looks at the text before any reader does.

The fast reader drops tags, resolves some scalars in its own way, and does not tell of merge keys. A text that holds
such a thing goes to the exact reader; of scalars on which readers disagree only the places are told. What a search
here hits inside of a longer text only costs time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Stretch = tuple[int, int]

# Begins with one set of characters, which `re` looks for natively, and never tries fewer blanks: half of the time.
_BEGIN = (
    r"""[\n,\[{:?-](?:[ \t]++|(?<![:?-])|(?<=["']:))"""
    r"(?=[!&*0._]|[1-9][0-9.eE+-]*[:_]|[yYnNoO][eEoOnNfF]|[+-][0-9._])"
)
_END = r"(?=[ \t\r]*(?:[\n,\]}]|:(?:[\s,\[\]{}]|\Z)|[ \t]#|\Z))"
_NUMBER = (
    r"[+-]?(?:(?:0[0-9_]+(?::[0-9_]+)*|[0-9][0-9_]*(?::[0-9_]+)+)(?:\.[0-9_]*)?|0[xXoObB][0-9a-fA-F_]+"
    r"|(?=[0-9.eE+-]*_)(?=[_.]*[0-9])[0-9_.]+)(?:[eE][+-]?[0-9_]+)?|\+[0-9]+|-0+"
)
# Looked at, not taken: another sign may begin right behind it.
_ODD_ANCHOR = r"(?=&[A-Za-z0-9_-]*[^A-Za-z0-9_\s-])"
_TAG = r"!(?![\[(=])"
# Bounded, so that no text makes the search take more than linear time.
_ALIAS = r"\*[^\s,\[\]{}]{1,100}"
_WORD = r"[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF"
_NOT_PLAIN = re.compile(
    rf"{_BEGIN}(&[A-Za-z0-9_-]+[ \t]+)?(?:{_TAG}|({_ALIAS}){_END}|({_NUMBER}|{_WORD}){_END}|{_ODD_ANCHOR})"
)
_ANCHOR = r"&[^\s,\[\]{}]"
_MOST_BLANKS = 100
_MERGE_KEY = r"""<<["']?[ \t\r]*(?:[:\n]|[ \t]#|\Z)"""
# The fast reader recurses in native code and dies of a block that nests too deep.
_DEEP = r"\n[ \t?:-]{250}"
_HUGE = r"[0-9]{300}"
# The fast reader lets tabs pass that others refuse: in front of a line, and where a block scalar begins.
_TAB = r"\n[ ?-]*\t|[|>][-+0-9]*\s*\t"
_CONTROL = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]"
_PRINTABLE = bytes([*b"\t\n\r", *range(0x20, 0x7F)])
_OPENING = r"[\[{]"
# A line from the first place where a flow collection may begin in it.
_FLOW_LINE = r"(?<=[\s,:\[{])[\[{][^\n]*"
_QUOTED = r"""'[^']*'|"(?:[^"\\]|\\.)*\""""
_BLANKS = re.compile(" *")
MOST_LINES_BACK = 200
_ONLY_COMMENTS = r"(?:[ \t]*(?:#[^\n]*)?(?:\r?\n|$))*\Z"
_BLOCK_HEADER = r"[|>][-+0-9]*[ \t\r]*(?:#.*)?\Z"


def doubtful_scalars(text: str) -> list[Stretch] | None:
    """Returns where scalars may stand that readers take for different things; None for a text to be read exactly."""
    if not _is_one_document(text) or _has_control(text):
        return None
    text = f"\n{text}"
    if any(re.search(pattern, text) for pattern in _patterns(text)):
        return None
    return _scalars(text)


def _is_one_document(text: str) -> bool:
    """Tells whether the text has no directive, no end and at most one start of a document, before anything else."""
    if text.startswith(("...", "%")) or "\n..." in text or "\n%" in text:
        return False
    if "\n---" not in text and not text.startswith("---"):
        return True
    starts = [found.start() for found in re.finditer(r"^---(?:\s|$)", text, re.MULTILINE)]
    return not starts or (len(starts) == 1 and re.match(_ONLY_COMMENTS, text[: starts[0]]) is not None)


def _has_control(text: str) -> bool:
    """Looks for control characters in what is left without the printable ones: half the time of a search."""
    rest = text.encode("utf-8", "surrogatepass").translate(None, _PRINTABLE)
    return bool(rest) and re.search(_CONTROL, rest.decode("utf-8", "surrogatepass")) is not None


def _patterns(text: str) -> Iterator[str]:
    """Yields what to search for: only that of which a quick look has seen a sign.

    On 8.6 MB of YAML the looks take 15 ms and the searches 250.
    """
    if "<<" in text:
        yield _MERGE_KEY
    if "\t" in text:
        yield _TAB
    # A run of so many characters holds ten samples next to each other.
    if re.search("[0-9]{10}", text[::30]):
        yield _HUGE
    if re.search("[ \t?:-]{10}", text[::25]):
        yield _DEEP


def _scalars(text: str) -> list[Stretch] | None:
    """Returns the stretches in the text without the break that was put before it."""
    found: list[Stretch] = []
    prose = _Prose(text)
    aliased: bool | None = None
    for match in _NOT_PLAIN.finditer(text):
        anchor, alias, scalar = match.groups()
        if scalar is not None:
            if anchor or _follows_block_header(text, match.start()):
                return None
            start, end = match.span(3)
            found.append((start - 1, end - 1))
            continue
        if alias is not None and aliased is None:
            aliased = _has_anchor(text)
        if (alias is None or aliased) and not prose.holds(match.start()):
            return None
    return found


def _has_anchor(text: str) -> bool:
    """Tells whether there may be an anchor; without one, what looks like an alias is emphasis in some prose."""
    for found in re.finditer(_ANCHOR, text):
        before = text[max(0, found.start() - _MOST_BLANKS) : found.start()]
        head = before.rstrip(" \t")
        if not head or head[-1] == "\n" or (head[-1] in ":[{,-" and len(head) < len(before)):
            return True
    return False


def _follows_block_header(text: str, begin: int) -> bool:
    """Tells whether a line may be the only one of a block scalar, where a scalar of two meanings is text."""
    if text[begin] != "\n":
        return False
    return re.search(_BLOCK_HEADER, text[text.rfind("\n", 0, begin) + 1 : begin]) is not None


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
        opening = re.compile(_OPENING).search(self.text, start, self.line_end)
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
                if line[-1] in "[{," or any(_is_open(found.group()) for found in re.finditer(_FLOW_LINE, f" {line}")):
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
    bare = re.sub(_QUOTED, "", line)
    return any(text.count(start) != text.count(end) for text in (line, bare) for start, end in ("[]", "{}"))
