"""Many files at a time: the same results in the same order as one after the other."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from specforge.cli.judging import ENOUGH, Task, judge, judge_many, processors
from specforge.compiler import Options
from tests.cli.conftest import BAD, GOOD, TEMPLATE, Specforge

FORMATS = ("text", "json", "sarif", "github", "gitlab", "junit", "checkstyle")
MINIFIED = '{"openapi":"3.0.1","info":{"title":"t","version":"1"},"x-long":"%s","paths":{"pets":{}}}' % ("é" * 5000)


@pytest.fixture
def specs(specforge: Specforge) -> list[str]:
    specforge.put("part.yaml", "get: {responses: {'200': {description: ok}}, parameters: 3}\n")
    for number in range(12):
        specforge.put(f"{number}/bad.yaml", BAD.replace("pets", f"pets{number}"))
        specforge.put(f"{number}/good.yaml", GOOD)
    specforge.put("min.json", MINIFIED)
    specforge.put("refers.yaml", GOOD + "  /other: {$ref: part.yaml}\n  /gone: {$ref: gone.yaml}\n")
    specforge.put("other.yaml", "a: b\n")
    specforge.put("broken.yaml", "openapi: 3.0.1\n a: b\n")
    return [name for name in specforge.files() if name != "part.yaml"] + ["missing.yaml"]


@pytest.mark.parametrize("form", FORMATS)
def test_one_job_and_eight_print_the_same(form: str, specs: list[str], specforge: Specforge) -> None:
    alone = specforge("validate", "--jobs", "1", "--format", form, *specs)
    together = specforge("validate", "--jobs", "8", "--format", form, *specs)

    assert alone.code == 2
    assert alone == together


@pytest.mark.parametrize(
    ("sizes", "alone"),
    [
        pytest.param([100] * 50, True, id="many small files"),
        pytest.param([100] * 400, False, id="very many small files"),
        pytest.param([ENOUGH, 100, 100], False, id="a large file and others"),
        pytest.param([ENOUGH, ENOUGH], True, id="two files"),
        pytest.param([2 * ENOUGH], True, id="one file"),
    ],
)
def test_processes_are_started_where_the_files_are_enough_work(
    sizes: list[int], alone: bool, specforge: Specforge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("specforge.cli.judging.processors", lambda: 2)
    for number, size in enumerate(sizes):
        specforge.put(f"{number}.yaml", "a" * size)

    outcomes = judge_many([Task(f"{number}.yaml", Options()) for number in range(len(sizes))])

    assert isinstance(outcomes, map) is alone
    assert processors() >= 1


def test_standard_input_and_a_body_of_a_template_are_work_too(
    specforge: Specforge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("specforge.cli.judging.processors", lambda: 2)
    specforge.put("a#/b.yaml", GOOD)
    specforge.put("template.yaml", TEMPLATE + "# " + "x" * ENOUGH)
    gone = [Task("missing.yaml", Options())] * 2

    assert not isinstance(judge_many([Task("-", Options(), b"a" * ENOUGH), *gone]), map)
    assert not isinstance(judge_many([Task("template.yaml#/Resources/Pets", Options()), *gone]), map)
    assert isinstance(judge_many([Task("a#/b.yaml", Options()), *gone]), map)


def test_an_outcome_names_every_file_that_was_asked_for(specs: list[str], specforge: Specforge) -> None:
    specforge.put("specforge.yaml", "api: {kind: rest}\n")
    files = judge(Task("refers.yaml", Options())).files

    assert {Path(file).name for file in files} == {"refers.yaml", "part.yaml", "gone.yaml", "specforge.yaml"}


def test_findings_leave_a_process_without_their_document(specforge: Specforge) -> None:
    specforge.put("bad.yaml", BAD + "x-long: " + "long " * 100_000)
    specforge.put("good.yaml", GOOD)
    tasks = [Task(name, Options()) for name in ("bad.yaml", "good.yaml")]

    first, _ = judge_many(tasks, jobs=2)  # the smaller one is judged here

    assert len(pickle.dumps(first)) < 5000
    (finding,) = first.results[0].diagnostics
    assert finding.origin.entry.places.lines(1, 99) == finding.origin.entry.places.lines(9, 9) != []
    assert finding.origin.entry.places.find([("paths",)]) == {}
    with pytest.raises(LookupError):
        finding.origin.entry.places.within((), 0, 1)


def test_a_bug_in_a_process_is_a_bug(specforge: Specforge, monkeypatch: pytest.MonkeyPatch) -> None:
    specforge.put("good.yaml", GOOD)
    specforge.put("g.yaml", "")
    monkeypatch.setattr("specforge.cli.judging.judge", lambda task: 1 / len(task.name.removesuffix("good.yaml")))

    assert specforge("validate", "--jobs", "2", "g.yaml", "good.yaml", "good.yaml").code == 3


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX's")
def test_an_interrupt_ends_all_processes_without_a_word(tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / f"{number}.yaml").write_text(GOOD)
    names = [str(path) for path in tmp_path.iterdir()]
    command = [sys.executable, "-m", "specforge", "validate", "--jobs", "2", *names]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as running:
        while not _children(running.pid):
            assert running.poll() is None
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=30)

    assert (130, b"", b"") == (running.returncode, out, err.strip())  # click ends the line of a ^C
    with pytest.raises(ProcessLookupError):
        os.killpg(running.pid, 0)


def _children(pid: int) -> bool:
    tasks = Path(f"/proc/{pid}/task/{pid}/children")
    return not tasks.exists() or bool(tasks.read_text())


def test_one_body_of_a_template_is_judged_under_the_configuration_beside_the_file(specforge: Specforge) -> None:
    specforge.put("d/template.yaml", TEMPLATE)
    specforge.put("d/specforge.yaml", "api: {kind: rest}\n")
    outcome = judge(Task("d/template.yaml#/Resources/Pets", Options()))

    assert outcome.configuration == "d/specforge.yaml"
    assert outcome.files[:2] == ("d/template.yaml", "d/specforge.yaml")
