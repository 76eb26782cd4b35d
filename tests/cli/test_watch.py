"""`specforge validate --watch`, seen at work."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest

from specforge.cli.watch import watch
from tests.cli.conftest import BAD, GOOD, Specforge

PART = "get: {responses: {'200': {description: ok}}, x-amazon-apigateway-integration: {type: mock}}\n"


class Seen:
    """A watching process; what it printed so far."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.lines: list[str] = []
        assert process.stdout is not None
        self._reader = Thread(target=self._read, args=(process.stdout,), daemon=True)
        self._reader.start()

    def _read(self, stream: Iterator[str]) -> None:
        self.lines.extend(stream)

    def rounds(self, number: int) -> str:
        """Waits for a number of rounds; returns what the last one printed."""
        end = time.monotonic() + 60
        while sum(line.startswith("watching") for line in self.lines) < number:
            assert time.monotonic() < end, self.lines
            time.sleep(0.02)
        text = "".join(self.lines)
        return text.split("watching")[number - 1]


@pytest.fixture
def watched(specforge: Specforge) -> Iterator[Seen]:
    specforge.put("pets.yaml", GOOD + "  /part: {$ref: part.yaml}\n")
    specforge.put("part.yaml", PART)
    with subprocess.Popen(
        [sys.executable, "-m", "specforge", "validate", "--watch", "pets.yaml"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        bufsize=1,
    ) as process:
        yield Seen(process)
        process.kill()


def test_documents_what_they_refer_to_and_their_configuration_are_watched(watched: Seen, specforge: Specforge) -> None:
    assert "unknown-integration-type" not in watched.rounds(1)
    specforge.put("part.yaml", PART.replace("mock", "mokc"))
    assert "unknown-integration-type" in watched.rounds(2)
    specforge.put("specforge.yaml", "lint: {ignore: [unknown-integration-type]}\n")
    assert "unknown-integration-type" not in watched.rounds(3)
    specforge.put("specforge.yaml", "lint: {}\n")
    assert "unknown-integration-type" in watched.rounds(4)
    specforge.put("pets.yaml", "a: b\n")
    assert "pets.yaml is no API document" in watched.rounds(5)
    specforge.put("pets.yaml", BAD)
    assert "unknown-integration-type" in watched.rounds(6)


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX's")
def test_an_interrupt_ends_it_without_a_traceback_and_it_waits_without_work(watched: Seen) -> None:
    watched.rounds(1)
    spent = _ticks(watched.process.pid)
    time.sleep(1)
    assert _ticks(watched.process.pid) - spent < 0.2 * os.sysconf("SC_CLK_TCK")
    watched.process.send_signal(signal.SIGINT)

    assert watched.process.wait(10) == 130
    assert "Traceback" not in "".join(watched.lines)


def test_standard_input_cannot_be_watched(specforge: Specforge) -> None:
    assert specforge("validate", "--watch", "-").code == 2


def test_a_change_during_a_round_is_not_missed(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("1")
    assert _rounds(file, lambda: file.write_text("22")) == 2


def _rounds(file: Path, change: Callable[[], object]) -> int:
    """Counts the rounds of a watch in whose first round a file changes; the second ends it."""
    count = 0

    def run() -> list[str]:
        nonlocal count
        count += 1
        if count == 1:
            change()
        else:
            raise KeyboardInterrupt
        return [str(file)]

    with pytest.raises(KeyboardInterrupt):
        watch([str(file)], run, seconds=0.001)
    return count


def _ticks(pid: int) -> int:
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        pytest.skip("needs proc: no /proc to read the processor's time from")
    fields = stat.read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])
