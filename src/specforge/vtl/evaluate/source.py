"""Collects the lines of the Python source, each with the place of the template that it stands for."""

from __future__ import annotations

from specforge.vtl.tokens import Span

MAX_INDENT = 30
"""Is where a loop moves into a function of its own: Python takes 100 levels, the bodies of #if may need 64."""
MAX_LOOPS = 8
"""Is how many loops stand inside each other in one function: Python takes 20 blocks, a loop may need two."""


class Function:
    """Is one Python function being written; `loops` counts the open #foreach that `break` can leave."""

    def __init__(self, name: str, parameters: str = "R, c, e, w") -> None:
        self.lines: list[str] = [f"def {name}({parameters}):"]
        self.marks: list[Span | None] = [None]
        self.indent = 1
        self.loops = 0
        self.in_text = False

    def add(self, line: str, span: Span | None = None) -> None:
        """Adds a line at the present indentation."""
        self.lines.append(" " * self.indent + line)
        self.marks.append(span)


class Module:
    """Is the whole source: its functions, and the places of their lines."""

    def __init__(self) -> None:
        self._count = 0
        self._lines: list[str] = []
        self._marks: list[Span | None] = []

    def name(self, letter: str) -> str:
        """Returns a name that nothing else has."""
        self._count += 1
        return f"{letter}{self._count}"

    def finish(self, function: Function) -> None:
        """Adds a complete function."""
        self._lines.extend(function.lines)
        self._marks.extend(function.marks)

    def text(self) -> str:
        """Returns the source."""
        return "\n".join(self._lines) + "\n"

    def marks(self) -> tuple[Span | None, ...]:
        """Returns the place in the template of each line."""
        return tuple(self._marks)
