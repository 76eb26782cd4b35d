"""What names a finding and its file in the reports that other programs keep."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence

from specforge.diagnostics import Diagnostic


def relative(file: str) -> str:
    """Returns a path as the services know it: below the current folder, with slashes and without `./`.

    What lies elsewhere stays as it is.
    """
    inside = os.path.relpath(file) if os.path.isabs(file) else os.path.normpath(file)
    return (file if os.path.isabs(file) and inside.startswith(os.pardir) else inside).replace(os.sep, "/")


def fingerprints(diagnostics: Sequence[Diagnostic]) -> list[str]:
    """Returns for each finding a digest that stays when lines move: of its rule, its file and its pointer.

    Where there is no pointer the message stands for it. Findings that agree in all of that are counted.
    """
    from hashlib import sha256  # lazy: 3 ms

    seen: Counter[str] = Counter()
    marks: list[str] = []
    for one in diagnostics:
        text = f"{one.rule}\n{relative(one.span.file)}\n{one.pointer or one.message}"
        nth = f"\n{seen[text]}" if seen[text] else ""
        seen[text] += 1
        marks.append(sha256(f"{text}{nth}".encode("utf-8", "replace")).hexdigest())
    return marks
