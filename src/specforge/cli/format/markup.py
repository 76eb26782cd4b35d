"""Text for the XML formats: nothing of a document becomes markup or an illegal character."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from specforge.cli.terminal import visible


def attribute(value: object) -> str:
    """Returns a quoted attribute value.

    >>> print(attribute('a "b" <c>'))
    'a "b" &lt;c&gt;'
    """
    return quoteattr(visible(str(value)))


def content(value: object) -> str:
    """Returns the text of an element, on one line.

    >>> content("a <b> & c")
    'a &lt;b&gt; &amp; c'
    """
    return escape(visible(str(value)))
