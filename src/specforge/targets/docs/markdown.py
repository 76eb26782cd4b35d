"""Writes parsed Markdown as Markdown again: the same meaning, nothing active."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from specforge.render import encode_md

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKS = {
    "strong_open": "**",
    "strong_close": "**",
    "em_open": "*",
    "em_close": "*",
    "s_open": "~~",
    "s_close": "~~",
    "softbreak": " ",
    "hardbreak": "\\\n",
}


def escaped(text: str) -> str:
    r"""Returns inline text with nothing left that is markup; a space at its ends stays.

    >>> escaped("array of "), escaped("<b>")
    ('array of ', '\\<b\\>')
    """
    lead = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() and text.strip() else ""
    return lead + encode_md(text) + tail


def fenced(text: str, language: str = "") -> str:
    r"""Returns a code block whose fence no line of the text can close.

    >>> fenced("a\n```\nb")
    '````\na\n```\nb\n````'
    """
    longest = max((len(run) for run in re.findall("`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"


def write_markdown(tokens: Sequence[Token]) -> str:
    """Returns the blocks of a text; its headings become bold paragraphs."""
    writer = _Writer()
    for token in tokens:
        writer.take(token)
    return "\n".join(writer.lines).strip("\n")


class _Writer:
    """Puts blocks one below the other, each behind the bullets and quote marks it stands in."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._around: list[tuple[str, str]] = []
        self._numbers: list[int] = []
        self._cells: list[str] | None = None
        self._rows: list[str] = []
        self._heading = False

    def take(self, token: Token) -> None:
        """Writes what a token opens, closes or holds."""
        match token.type:
            case "bullet_list_open":
                self._numbers.append(0)
            case "ordered_list_open":
                self._numbers.append(1)
            case "bullet_list_close" | "ordered_list_close":
                self._numbers.pop()
            case "list_item_open":
                self._around.append(self._bullet())
            case "blockquote_open":
                self._around.append(("> ", "> "))
            case "list_item_close" | "blockquote_close":
                self._around.pop()
            case "heading_open" | "heading_close":
                self._heading = token.nesting == 1
            case "inline" | "fence" | "code_block" | "hr" | "html_block":
                self._text(token)
            case _:
                self._table(token.type)

    def _text(self, token: Token) -> None:
        match token.type:
            case "inline":
                text = _inline(token.children or ())
                if self._cells is not None:
                    self._cells.append(" ".join(text.split()))
                    return
                self._block(f"**{text.replace('**', '')}**" if self._heading else text)
            case "hr":
                self._block("---")
            case _:
                self._block(fenced(token.content))

    def _table(self, kind: str) -> None:
        match kind:
            case "tr_open":
                self._cells = []
            case "tr_close":
                self._rows.append(f"| {' | '.join(self._cells or ())} |")
                if len(self._rows) == 1:
                    self._rows.append("|" + " --- |" * len(self._cells or ()))
                self._cells = None
            case "table_close":
                self._block("\n".join(self._rows))
                self._rows = []
            case _:
                pass

    def _bullet(self) -> tuple[str, str]:
        number = self._numbers[-1] if self._numbers else 0
        if number == 0:
            return "- ", "  "
        self._numbers[-1] += 1
        mark = f"{number}. "
        return mark, " " * len(mark)

    def _block(self, text: str) -> None:
        if self.lines:
            self.lines.append("".join(rest for _, rest in self._around).rstrip())
        for line in text.split("\n"):
            self.lines.append(("".join(first for first, _ in self._around) + line).rstrip())
            self._around = [(rest, rest) for _, rest in self._around]


def _inline(children: Sequence[Token]) -> str:
    parts: list[str] = []
    targets: list[str] = []
    for token in children:
        match token.type:
            case "link_open":
                targets.append(str(token.attrGet("href") or ""))
                parts.append("[")
            case "link_close":
                parts.append(f"](<{targets.pop()}>)")
            case "code_inline":
                parts.append(_code(token.content))
            case _:
                parts.append(_MARKS.get(token.type) or escaped(token.content))
    return "".join(parts)


def _code(text: str) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"
