"""Runs over the corpus of real documents: what the tests and `draw.py` share."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from specforge.compiler import CompileResult, Options, build, judge_all
from specforge.diagnostics import Diagnostic
from specforge.errors import SourceError
from tests.required import corpus

DEFAULTS = Options()
PARTS = ("aws", "general")
ENDINGS = (".yaml", ".yml", ".json")
SAMPLE = 15


def files(parts: Sequence[str] = PARTS) -> list[Path]:
    """Returns every document of some parts of the corpus, sorted."""
    return sorted(path for part in parts for path in corpus(part).rglob("*") if path.suffix in ENDINGS)


def chosen() -> list[Path]:
    """Returns all documents under `make corpus`, else a sample of small ones from all over the corpus."""
    found = files()
    if os.environ.get("CORPUS") == "all":
        return found
    small = [path for path in found if path.stat().st_size < 60_000]
    return small[:: len(small) // SAMPLE]


def compiled(path: Path) -> Iterator[CompileResult]:
    """Yields what becomes of each API of a file; nothing for a file that is no API document."""
    try:
        for judged in judge_all(str(path), options=DEFAULTS):
            yield judged if isinstance(judged, CompileResult) else build(judged, DEFAULTS)
    except SourceError as error:
        if not error.other_file:
            raise


def findings(paths: Iterable[Path]) -> Iterator[Diagnostic]:
    """Yields every finding of `validate` over some files."""
    for path in paths:
        try:
            for judged in judge_all(str(path), options=DEFAULTS):
                yield from judged.diagnostics
        except SourceError as error:
            if not error.other_file:
                raise


def counts(diagnostics: Iterable[Diagnostic]) -> str:
    """Returns how often each rule found something, most frequent first."""
    counted = Counter((str(one.severity), one.rule) for one in diagnostics)
    return "\n".join(
        f"{n:6} {severity:8} {rule}" for (severity, rule), n in sorted(counted.items(), key=lambda x: (-x[1], x[0]))
    )
