"""The few HTML tags that descriptions of APIs are full of, spelt as Markdown.

Many documents carry `<p>` and `<code>` in their descriptions. Raw HTML is never passed on, so that readers would see
the tags; these few become Markdown before it is parsed. The result is a text like any other: nothing is trusted.
"""

from __future__ import annotations

import re

_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>p|br|b|strong|i|em|code|ul|ol|li|a)"
    r"(?P<rest>\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_HREF = re.compile(r"""\bhref\s*=\s*["']([^"'<>\s()]+)["']""", re.IGNORECASE)
_CODE = re.compile(r"(```.*?```|~~~.*?~~~|`[^`\n]*`)", re.DOTALL)
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`"}
_BREAKS = {"p": "\n\n", "br": "\\\n", "ul": "\n\n", "ol": "\n\n"}


def spell_as_markdown(text: str) -> str:
    """Returns a text with paragraphs, emphasis, code, lists and links in HTML spelt as Markdown.

    >>> spell_as_markdown('<p>The <code>id</code> of <a href="https://a.example">it</a>.</p>')
    'The `id` of [it](https://a.example).'
    """
    if "<" not in text or _TAG.search(text) is None:
        return text
    pieces = _CODE.split(text)
    pieces[::2] = [_spell(piece) for piece in pieces[::2]]
    return re.sub(r"\n{3,}", "\n\n", "".join(pieces)).strip()


def _spell(text: str) -> str:
    open_links: list[str] = []

    def spelt(match: re.Match[str]) -> str:
        name, closes = match["name"].lower(), bool(match["close"])
        if name == "a":
            return _link(match["rest"] or "", open_links, closes=closes)
        if name == "li":
            return "" if closes else "\n- "
        return _MARKS.get(name) or _BREAKS[name]

    return _TAG.sub(spelt, text) + "".join(reversed(open_links))


def _link(attributes: str, open_links: list[str], *, closes: bool) -> str:
    if closes:
        return open_links.pop() if open_links else ""
    href = _HREF.search(attributes)
    open_links.append(f"]({href[1]})" if href is not None else "")
    return "[" if href is not None else ""
