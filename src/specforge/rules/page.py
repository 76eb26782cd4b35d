"""The documentation of a rule, read from the docstring of its file.

One text serves `specforge explain`, the page in docs/reference, SARIF and the tests of the rule.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from specforge.rules.rule import Rule

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^```yaml([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r'#\s*error(?::\s*"([^"]*)")?\s*$')
FIXED = "fixed"
"""The word behind ```yaml of an example that is what fixing makes of the one before."""
CONDITIONS = {
    "http": "an HTTP API",
    "plain": "plain OpenAPI",
    "config": "in specforge.yaml",
    "strict": "`--strict`",
}
_KEY = re.compile(r"^- keys?: (.+)$", re.MULTILINE)


class Mark(NamedTuple):
    """A line of an example that must yield exactly this rule; `text` is a part of the message, if given."""

    line: int
    text: str | None


class Example(NamedTuple):
    """A fenced example: `wrong` when a line is marked. `options` are the words behind ```yaml.

    `fixed` is what the rule's fixes make of it: the example behind it, when that is marked so.
    """

    text: str
    options: tuple[str, ...]
    marks: tuple[Mark, ...]
    fixed: str | None = None

    @property
    def wrong(self) -> bool:
        """Tells whether the example shows the mistake."""
        return bool(self.marks)


class Page(NamedTuple):
    """The parts of a rule's documentation; `keys` are those of the import fact sheet that it covers."""

    summary: str
    sections: tuple[tuple[str, str], ...]
    examples: tuple[Example, ...]
    keys: tuple[str, ...]

    @property
    def fixable(self) -> bool:
        """Tells whether the rule has a fix: an example shows it."""
        return any(example.fixed is not None for example in self.examples)


def page_of(rule: Rule) -> Page:
    """Returns the documentation of a rule in parts."""
    text = rule.documentation.strip() + "\n"
    parts = _HEADING.split(text)
    summary = " ".join(parts[0].split())
    sections = tuple(zip(parts[1::2], (body.strip() for body in parts[2::2]), strict=True))
    keys = tuple(key.strip() for found in _KEY.findall(text) for key in found.split(","))
    return Page(summary, sections, tuple(_examples(text)), keys)


def _examples(text: str) -> list[Example]:
    examples: list[Example] = []
    for options, fenced in _FENCE.findall(text):
        example = _example(options, fenced)
        if FIXED in example.options and examples:
            wrong = examples[-1]
            examples[-1] = wrong._replace(fixed=fenced)
            example = example._replace(options=(*wrong.options, *example.options))
        examples.append(example)
    return examples


def captioned(text: str) -> str:
    """Returns the text of a section, in Markdown, with a caption over each example that says what it shows."""
    return re.sub(r"\n{3,}", "\n\n", _FENCE.sub(_captioned, text)).strip()


def _captioned(fence: re.Match[str]) -> str:
    example = _example(fence[1], fence[2])
    shows = "Fixed" if FIXED in example.options else "Wrong" if example.wrong else "Right"
    under = ", ".join(filter(None, map(_condition, example.options)))
    return f"\n{shows}{f' ({under})' if under else ''}:\n\n```yaml\n{fence[2]}```\n"


def _condition(option: str) -> str:
    """Returns in words what a word behind ```yaml stands for; nothing for what needs no word."""
    name, _, value = option.partition("=" if option.startswith("target=") else ":")
    match name:
        case "set":
            return f"`--set {value}`"
        case "target":
            return f"`--target {value}`"
        case "as-is":
            return "`--import-as-is`"
        case _:
            return CONDITIONS.get(option, "")


def without_marks(text: str) -> str:
    """Returns an example without the comments that mark its wrong lines."""
    return "".join(_MARK.sub("", line).rstrip() + "\n" for line in text.splitlines())


def _example(options: str, text: str) -> Example:
    marks = []
    for number, line in enumerate(text.splitlines(), start=1):
        found = _MARK.search(line)
        if found is not None:
            marks.append(Mark(number, found[1]))
    return Example(text, tuple(options.split()), tuple(marks))
