"""Real documents that no one here wrote: each ends in findings, and what is emitted is sound.

`make test` takes a sample; `make corpus` takes all.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from specforge.diagnostics import Severity
from specforge.errors import SourceError
from tests.corpus.draw import ERRORS, MOST_OF_ONE_RULE, WARNINGS, draw
from tests.corpus.runs import chosen, compiled, counts, findings
from tests.required import ROOT

DIGESTS = """
import hashlib, json, sys
from pathlib import Path
from tests.corpus.runs import compiled
for name in sys.argv[1:]:
    for result in compiled(Path(name)):
        found = [[d.rule, str(d.span), d.message, d.pointer] for d in result.diagnostics]
        content = [[str(f.path), hashlib.sha256(f.data).hexdigest()] for f in result.files]
        print(json.dumps([result.name, found, content]))
"""


@pytest.mark.slow
def test_every_document_ends_in_findings() -> None:
    found = list(findings(chosen()))
    print(counts(found))

    assert found
    assert [one for one in found if one.span.line < 1 or one.span.column < 1] == []


@pytest.mark.slow
def test_every_target_is_emitted_and_parses_again() -> None:
    emitted = 0
    for path in chosen():
        for result in compiled(path):
            stopping = [one for one in result.diagnostics if one.stops is not None]
            emitted += bool(result.files)

            assert result.files or stopping or result.api is None, result.name
    assert emitted


@pytest.mark.slow
def test_emitted_trees_do_not_depend_on_the_hash_seed() -> None:
    names = [str(path) for path in chosen()][::3]
    first, second = (_digests(names, seed) for seed in ("1", "2"))

    assert first == second
    assert first


def test_other_files_are_one_line(tmp_path: Path) -> None:
    other = tmp_path / "values.yaml"
    other.write_text("replicas: 1\n")
    with pytest.raises(SourceError) as caught:
        list(findings([other, tmp_path / "absent.yaml"]))

    assert "\n" not in str(caught.value)


@pytest.mark.slow
def test_forty_findings_are_drawn_as_the_page_says() -> None:
    drawn = draw()
    severities = [one.severity for one in drawn]

    assert (ERRORS, WARNINGS) == (severities.count(Severity.ERROR), severities.count(Severity.WARNING))
    assert max(sum(one.rule == rule for one in drawn) for rule in {one.rule for one in drawn}) <= MOST_OF_ONE_RULE


def _digests(names: list[str], seed: str) -> list[object]:
    environment = {"PYTHONHASHSEED": seed, "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-c", DIGESTS, *names]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]
