"""Parses HTML again, with lexbor.

HTML has no syntax errors, so the check is that the tree, written out and read again, stays the same tree, and
that nothing active is in it that a template did not put there.
"""

from __future__ import annotations

LINKS = frozenset(("href", "src", "action", "formaction", "xlink:href"))
ACTIVE_SCHEMES = ("javascript", "vbscript")


def find_fault(text: str) -> str | None:
    """Returns why a page is not what its template meant; None when it is."""
    from selectolax.lexbor import LexborHTMLParser  # lazy: native module

    written = LexborHTMLParser(text).html or ""
    # One tree at a time: a tree takes some twenty times the memory of its text.
    tree = LexborHTMLParser(written)
    if tree.html != written:
        return "the tree changes when it is written out and read again"
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            if name.startswith("on"):
                return f"an element has the event handler {name}"
            scheme = _active_scheme(value) if name in LINKS else None
            if scheme is not None:
                return f"an element has a link that starts with {scheme}:"
    return None


def _active_scheme(link: str | None) -> str | None:
    """Returns the scheme of a link that runs a program; browsers pass over spaces and controls in it."""
    scheme = "".join(character for character in (link or "").partition(":")[0] if character > " ").lower()
    return scheme if scheme in ACTIVE_SCHEMES else None
