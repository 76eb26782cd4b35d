"""Mutated documents, validated and built in process: never an exception but the two that end in one line.

`make fuzz` runs ten thousand; `make test` a slice. A failure leaves the document in the test's folder.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from specforge.cli.format import FORMATS, load
from specforge.cli.results import FileResult
from specforge.compiler import CompileResult, Options, build, judge_all
from specforge.errors import ConfigError, SourceError
from specforge.source import read_text
from tests.corpus.runs import files
from tests.fuzz.mutations import documents
from tests.required import ROOT

SEED = int(os.environ.get("FUZZ_SEED", "20261124"))
NUMBER = int(os.environ.get("FUZZ", "200"))
SHARDS = 8
EVERYTHING = Options(allow_errors=True)
PARTS = 12


def originals() -> list[Path]:
    """Returns the examples and small documents of the corpus, when it is there."""
    own = [
        ROOT / "specs" / "orders.yaml",
        ROOT / "specs" / "catalog.yaml",
        ROOT / "specs" / "uploads.yaml",
        *sorted((ROOT / "tests" / "defects").glob("*.yaml")),
    ]
    try:
        return own + [path for path in files() if path.stat().st_size < 30_000]
    except pytest.skip.Exception:
        return own


@pytest.mark.fuzz
@pytest.mark.parametrize("shard", range(SHARDS))
def test_no_mutated_document_breaks_anything(shard: int, tmp_path: Path) -> None:
    found = originals()
    each = max(1, NUMBER // SHARDS // PARTS)
    for turn in range(max(1, NUMBER // SHARDS // each)):
        seed = SEED + shard * 1_000_003 + turn
        path = found[seed * 7919 % len(found)]
        raw = path.read_bytes()
        data = read_text(raw.decode("utf-8", "replace"), path.name).data
        for number, mutated in enumerate(documents(raw, data, seed, each)):
            file = tmp_path / f"mutated{path.suffix}"
            file.write_bytes(mutated)
            try:
                compile_and_print(file)
            except Exception as error:
                kept = file.rename(tmp_path / f"failing{path.suffix}")
                error.add_note(f"{path.name}, seed {seed}, number {number}: {kept}")
                raise
        if turn % 50 == 49:
            print(f"shard {shard}: {turn + 1} rounds")


def compile_and_print(file: Path) -> None:
    """Does what `validate` and `build` do with a document, up to the disk."""
    try:
        results = []
        for judged in judge_all(str(file), options=EVERYTHING):
            kind = str(judged.api.kind) if judged.api is not None else None
            results.append(FileResult(str(file), kind, judged.diagnostics))
            if not isinstance(judged, CompileResult):
                build(judged, EVERYTHING)
    except (SourceError, ConfigError):
        return
    for name in FORMATS:
        load(name)(results, colour=False)
