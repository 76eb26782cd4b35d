"""Text for the XML formats: nothing of a document becomes markup or an illegal character."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from specforge.cli.terminal import visible


def attribute(value: object) -> str:
    """Returns a quoted attribute value.

    >>> print(attribute('a "b" <c>'))
    'a "b" &lt;c&gt;'
    """
    return quoteattr(visible(str(value)))
