"""Request bodies."""

from __future__ import annotations

from specforge.ir import Operation

BODILESS = frozenset({"GET", "HEAD", "DELETE"})


def may_have_body(operation: Operation) -> bool:
    """Tells whether a request body has a meaning in the operation's method.

    Source: RFC 9110, section 9.3.
    """
    return operation.method not in BODILESS
