"""What one rendering may use: steps, length of text, depth.

A template is somebody's input: every loop, text and recursion that it causes is paid from one account.
"""

from __future__ import annotations

MAX_STEPS = 10_000_000
"""Is the account of one rendering; a node costs one a time, built text one for each 16 characters."""
MAX_TEXT = 10 * 1024 * 1024
"""Is the longest text a template may build or print: the biggest payload of API Gateway."""
MAX_ITEMS = 1_000_000
"""Is the longest list or map that a template may build."""
MAX_ITERATIONS = 1000
"""Is how often API Gateway runs the body of one #foreach; nobody recorded what it does with more, so it ends there."""
MAX_CALLS = 20
"""Is how deep macros may call each other, as in Velocity."""
MAX_EVALUATED = 300 * 1024
"""Is the longest text that #evaluate takes: what API Gateway allows for a template."""
MAX_NESTING = 150
"""Is how deep data may be nested where it is printed, read or compared."""
MAX_BITS = 20_000
"""Is the size of the biggest whole number."""

LIMIT = "limit"
METHOD = "method"
SYNTAX = "syntax"
BODY = "body"
PATH = "json-path"


class EvaluationError(Exception):
    """Ends a rendering as an exception of Java would; `kind` says of what sort."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message


class Budget:
    """Is what is left for one rendering."""

    __slots__ = ("left",)

    def __init__(self, steps: int = MAX_STEPS) -> None:
        self.left = steps

    def spend(self, steps: int) -> None:
        """Takes steps from the account; ends the rendering when it is empty."""
        self.left -= steps
        if self.left < 0:
            raise EvaluationError(LIMIT, "the template needs more steps than a rendering may take")

    def spend_text(self, length: int) -> None:
        """Pays for a text that was or will be built, and refuses one that is too long."""
        if length > MAX_TEXT:
            raise EvaluationError(LIMIT, f"a text may have no more than {MAX_TEXT} characters")
        self.spend(length >> 4)

    def spend_items(self, count: int) -> None:
        """Pays for the items of a list or map that grows."""
        if count > MAX_ITEMS:
            raise EvaluationError(LIMIT, f"a list may have no more than {MAX_ITEMS} items")
        self.spend(count >> 2)


def too_deep() -> EvaluationError:
    """Returns what to raise where data is nested too deep, or contains itself."""
    return EvaluationError(LIMIT, f"data is nested deeper than {MAX_NESTING} levels, or contains itself")
