"""CPU seconds and peak memory of whole processes, as the kernel counts them.

The peak of a process includes that of the one that started it until it becomes its own program, so whoever measures
must be small itself: documents are written by other processes (bench.documents).
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

# A tool that needs longer than this for one run is not run again on the same document.
PATIENCE_S = 30.0


class Tool(NamedTuple):
    """A program that is measured: its name, and its command up to the document."""

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str]


class Run(NamedTuple):
    """One process from start to end."""

    cpu_s: float
    peak_mib: float
    exit_code: int


def run(tool: Tool, arguments: Sequence[str | Path], output: Path | None = None) -> Run:
    """Runs a program once; what it prints goes to a file, or nowhere."""
    command = [*tool.command, *map(str, arguments)]
    environment = {**os.environ, **tool.environment}
    with open(output or os.devnull, "wb") as out:
        process = subprocess.Popen(
            command, stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, env=environment
        )
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Run(
        cpu_s=round(usage.ru_utime + usage.ru_stime, 4),
        peak_mib=round(usage.ru_maxrss / 1024, 1),
        exit_code=process.returncode,
    )


def alternate(tools: Sequence[Tool], arguments: Sequence[str | Path], rounds: int) -> dict[str, list[Run]]:
    """Runs the tools in turn, round after round, so that what else the machine does hits all of them alike."""
    runs: dict[str, list[Run]] = {tool.name: [] for tool in tools}
    for _ in range(rounds):
        for tool in tools:
            if not runs[tool.name] or runs[tool.name][0].cpu_s <= PATIENCE_S:
                runs[tool.name].append(run(tool, arguments))
    return runs


def least_cpu(runs: Sequence[Run]) -> float:
    """Returns the least CPU time of several runs: the one that was disturbed least."""
    return min(run.cpu_s for run in runs)


def least_peak(runs: Sequence[Run]) -> float:
    """Returns the least peak memory of several runs, in MiB."""
    return min(run.peak_mib for run in runs)
