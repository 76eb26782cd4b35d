"""Descriptions: the Markdown of a document, made into HTML and into Markdown that is safe to publish.

Text of a document is data. Raw HTML stays text, links lead only to http, https and mailto, images become
links, and what neither reader can see (control and direction characters) becomes U+FFFD.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from specforge.render import encode_html, encode_md
from specforge.targets.docs.markdown import write_markdown
from specforge.targets.docs.plain_tags import spell_as_markdown

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

BRIEF = 120
MOST_CHARACTERS = 100_000
"""A longer text is shown as it is: nobody reads it, and parsing it could take for ever."""

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_MARKUP = re.compile(r"[\\`*_\[\]<>#&|~\n\r\t]|^ |^[-+]|^\d+[.)]|^={3}")
_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>\"']+", re.IGNORECASE)


def clean(text: str) -> str:
    """Returns a text with everything unseen in it made visible."""
    return _UNSEEN.sub("\ufffd", text)


def is_safe_link(url: str) -> bool:
    """Tells whether a page may link to a URL.

    >>> is_safe_link("https://example.com"), is_safe_link("javascript:alert(1)"), is_safe_link("//example.com")
    (True, False, False)
    """
    return _LINK.fullmatch(url) is not None


def code(value: object) -> str:
    """Returns Markdown that shows a value as code, whatever is in it."""
    text = " ".join(clean(str(value)).split())
    if not text:
        return ""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def literally(value: object) -> str:
    """Returns Markdown that shows a text as it is, with nothing left that is markup."""
    return encode_md(clean(str(value)))


class Words:
    """A text in Markdown that a template prints as `html` or as `md`; false when it is empty."""

    __slots__ = ("_prose", "source")

    def __init__(self, source: str, prose: Prose) -> None:
        self.source = source
        self._prose = prose

    def __bool__(self) -> bool:
        return bool(self.source)

    @property
    def is_plain(self) -> bool:
        """Tells whether the text is one paragraph without markup."""
        return bool(self.source) and _MARKUP.search(self.source) is None

    @property
    def brief(self) -> str:
        """Returns the text when it is one short line without markup, else nothing."""
        return self.source if len(self.source) <= BRIEF and self.is_plain else ""

    @property
    def html(self) -> str:
        """Returns HTML, one or more block elements."""
        return self._prose.html(self.source)

    @property
    def md(self) -> str:
        """Returns Markdown, one or more blocks, without an empty line at the end."""
        return self._prose.markdown(self.source)

    @property
    def md_line(self) -> str:
        """Returns Markdown that fits into one line: a table's cell, an item of a list."""
        return " ".join(self.md.split())


class Prose:
    """Reads descriptions; remembers what it has parsed: texts repeat, and each is printed twice."""

    def __init__(self) -> None:
        self._parser: MarkdownIt | None = None
        self._parsed: dict[str, list[Token]] = {}

    def words(self, source: str | None) -> Words:
        """Returns the text of a document; None is an empty one."""
        return Words(spell_as_markdown(clean(source).strip()) if source else "", self)

    def own(self, source: str) -> Words:
        """Returns a sentence of ours; values in it have passed `code` or `literally`."""
        return Words(source, self)

    def html(self, source: str) -> str:
        """Returns HTML in which every text of the source is text."""
        if not _MARKUP.search(source) or len(source) > MOST_CHARACTERS:
            return f"<p>{encode_html(source)}</p>" if source else ""
        parser = self._markdown_it()
        return str(parser.renderer.render(self._tokens(source), parser.options, {})).rstrip("\n")

    def markdown(self, source: str) -> str:
        """Returns Markdown that means the same and holds no HTML, no image and no other link."""
        if not _MARKUP.search(source) or len(source) > MOST_CHARACTERS:
            return literally(source)
        return write_markdown(self._tokens(source))

    def _tokens(self, source: str) -> list[Token]:
        if source not in self._parsed:
            self._parsed[source] = _tamed(self._markdown_it().parse(source))
        return self._parsed[source]

    def _markdown_it(self) -> MarkdownIt:
        if self._parser is None:
            from markdown_it import MarkdownIt  # lazy: 40 ms, only for texts with markup

            parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).enable(["table", "strikethrough"])
            parser.validateLink = is_safe_link  # type: ignore[method-assign]  # the library's documented hook
            self._parser = parser
        return self._parser


def _tamed(tokens: list[Token]) -> list[Token]:
    """Makes bold paragraphs of headings, as the page has its own outline, and links of images, as it loads nothing."""
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = "p"
            if token.nesting == 1:
                token.attrSet("class", "heading")
        elif token.children:
            token.children = [part for child in token.children for part in _without_image(child)]
    return tokens


def _without_image(token: Token) -> tuple[Token, ...]:
    if token.type != "image":
        return (token,)
    make = type(token)
    text = make("text", "", 0, content=token.content or "image")
    link = make("link_open", "a", 1, attrs={"href": str(token.attrGet("src") or "")})
    return (link, text, make("link_close", "a", -1))
