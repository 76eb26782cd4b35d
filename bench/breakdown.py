"""Where the cold start goes: imports by package, as `python -X importtime` counts them, beside the whole process."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from bench.fetch import VENV, WORK
from bench.measure import Tool, least_cpu, run

LINE = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|\s+(\S+)")
ROUNDS = 5
SHOWN = 12


class Breakdown(NamedTuple):
    """The cold start of our command on one document, in milliseconds of CPU."""

    bare_python_ms: float
    version_ms: float
    validate_ms: float
    modules: int
    imports_ms: dict[str, float]


def cold_start(specforge: Tool, document: Path) -> Breakdown:
    """Measures bare Python, `specforge --version` and `specforge validate`, and reads the import times of the last."""
    python = str(VENV / "bin/python")
    bare = Tool("python", (python, "-c", "pass"), {})
    version = Tool("version", (specforge.command[0], "--version"), specforge.environment)
    modules = import_times(specforge, document)
    return Breakdown(
        bare_python_ms=cpu_ms(bare),
        version_ms=cpu_ms(version),
        validate_ms=cpu_ms(specforge, document),
        modules=len(modules),
        imports_ms=by_package(modules),
    )


def cpu_ms(tool: Tool, *arguments: Path) -> float:
    """Returns the least CPU milliseconds of a few runs."""
    return round(1000 * least_cpu([run(tool, arguments) for _ in range(ROUNDS)]), 1)


def import_times(specforge: Tool, document: Path) -> dict[str, int]:
    """Returns the microseconds that each module took by itself, in the fastest of a few runs."""
    log = WORK / "importtime.log"
    timed = specforge._replace(environment={**specforge.environment, "PYTHONPROFILEIMPORTTIME": "1"})
    readings = []
    for _ in range(ROUNDS):
        run(timed, [document], output=log)
        lines = LINE.findall(log.read_text(encoding="utf-8", errors="replace"))
        readings.append({module: int(microseconds) for microseconds, module in lines})
    return min(readings, key=lambda reading: sum(reading.values()))


def by_package(modules: dict[str, int]) -> dict[str, float]:
    """Sums import times: our own by layer, those of others by distribution; the largest first."""
    sums: Counter[str] = Counter()
    for module, microseconds in modules.items():
        parts = module.split(".")
        sums[".".join(parts[:2]) if parts[0] == "specforge" else parts[0]] += microseconds
    return {name: round(microseconds / 1000, 1) for name, microseconds in sums.most_common(SHOWN)}
