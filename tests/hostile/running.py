"""Command lines run on hostile input, and what must hold of every one of them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.required import ROOT

RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
COMMAND = re.compile(r"^(::|##\[)", re.MULTILINE)
GITHUB = re.compile(r"::(error|warning|notice) file=[^\n]*::|[0-9]+ (error|warning|info)|no findings")
REPORTS = ("report.txt", "report.json", "report.github")
MOST_MESSAGE = 2_000
MOST_MEMORY = 1536 * 1024**2


class Ran(NamedTuple):
    """How a run ended, what it printed, and the folder it ran in."""

    exit: int
    cpu_s: float
    stdout: str
    stderr: str
    folder: Path

    @property
    def files(self) -> dict[str, bytes]:
        """Returns what the run wrote into its output folder."""
        out = self.folder / "out"
        return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


class Runner:
    """A process that runs command lines in bounded children."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run(self, arguments: list[str], folder: Path, stdin: str = "/dev/null") -> Ran:
        """Runs `specforge` with arguments in a folder and asserts what holds of every run."""
        before = _tree(folder)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        request = {"arguments": arguments, "folder": str(folder), "stdin": stdin}
        print(json.dumps(request), file=self._process.stdin, flush=True)
        answer = json.loads(self._process.stdout.readline())
        beside = folder.parent
        stdout, stderr = ((beside / name).read_bytes().decode("utf-8") for name in ("stdout", "stderr"))
        ran = Ran(answer["exit"], answer["cpu_s"], stdout, stderr, folder)
        assert answer["memory"] < MOST_MEMORY
        _judge(ran, before)
        return ran


@contextmanager
def runner() -> Iterator[Runner]:
    """Starts the process and ends it."""
    command = [sys.executable, "-m", "tests.hostile.server"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Runner(process)
        assert process.stdin is not None
        process.stdin.close()


def validate(runner: Runner, folder: Path, *names: str, stdin: str = "/dev/null") -> Ran:
    """Validates a document in every format, and judges each format."""
    arguments = ["validate", *names]
    for form, report in zip(("text", "json", "github"), REPORTS, strict=True):
        arguments += ["--format", form, "--output", f"../{report}"]
    ran = runner.run(arguments, folder, stdin)
    beside = folder.parent
    if (beside / "report.json").exists():
        _judge_reports(*((beside / report).read_bytes().decode() for report in REPORTS))
    return ran


def build(runner: Runner, folder: Path, name: str, *more: str) -> Ran:
    """Builds every target of a document, errors or not."""
    return runner.run(["build", name, "--allow-errors", "--out", "out", *more], folder)


def _judge(ran: Ran, before: Mapping[str, bytes]) -> None:
    faults = [path.read_text() for path in ran.folder.parent.glob("specforge-*.txt")]
    assert not faults, faults[0][-1500:]
    assert ran.exit in (0, 1, 2), (ran.exit, ran.cpu_s, ran.stderr[-2000:])
    for text in (ran.stdout, ran.stderr):
        assert "Traceback" not in text, text[-2000:]
        assert not RAW.findall(text), RAW.findall(text)
        assert not COMMAND.findall(text), COMMAND.findall(text)
    after = _tree(ran.folder)
    written = sorted(path for path in after if after[path] != before.get(path) and not path.startswith("out/"))
    assert not written, written
    assert before.keys() <= after.keys()
    if ran.exit == 2:
        assert len(ran.stderr.splitlines()) <= 5, ran.stderr


def _judge_reports(text: str, as_json: str, github: str) -> None:
    report = json.loads(as_json)
    lines = github.splitlines()
    assert RAW.findall(text + as_json + github) == []
    assert COMMAND.findall(text + as_json) == []
    assert [line for line in lines if not GITHUB.match(line)] == []
    assert len(lines) - 1 == len(report["diagnostics"])
    assert [one for one in report["diagnostics"] if one["line"] < 1 or one["column"] < 1] == []
    assert [len(line) for line in text.splitlines() if len(line) > 2 * MOST_MESSAGE] == []


def _tree(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink()
    }
