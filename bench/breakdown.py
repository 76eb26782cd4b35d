"""Where the cold start goes: imports by package, as `python -X importtime` counts them, beside the whole process."""

from __future__ import annotations

import os
import re
import subprocess
from collections import Counter
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from bench.fetch import VENV, WORK
from bench.measure import Tool, least_cpu, run

# Rules are imported past what -X importtime sees: this counts them in the process itself.
LOADED = """
import sys, time
from specforge.cli.libraries import import_click, import_msgspec
import_click(); import_msgspec()
from specforge.cli.main import run
from specforge.rules import registry
load, spent = registry._module, []
def timed(family, name):
    start = time.process_time()
    try:
        return load(family, name)
    finally:
        spent.append(time.process_time() - start)
registry._module = timed
run(sys.argv[1:])
print(len(registry.rows()), len(spent), sum(spent) * 1000, file=sys.stderr)
"""
LINE = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|\s+(\S+)")
ROUNDS = 5
SHOWN = 12


class Breakdown(NamedTuple):
    """The cold start of our command on one document, in milliseconds of CPU."""

    bare_python_ms: float
    version_ms: float
    validate_ms: float
    modules: int
    rules: int
    rules_loaded: int
    rules_ms: float
    imports_ms: dict[str, float]


def cold_start(specforge: Tool, document: Path) -> Breakdown:
    """Measures bare Python, `specforge --version` and `specforge validate`, and reads the import times of the last."""
    python = str(VENV / "bin/python")
    bare = Tool("python", (python, "-c", "pass"), {})
    version = Tool("version", (specforge.command[0], "--version"), specforge.environment)
    modules = import_times(specforge, document)
    rules, loaded, milliseconds = min((loaded_rules(specforge, document) for _ in range(ROUNDS)), key=itemgetter(2))
    return Breakdown(
        bare_python_ms=cpu_ms(bare),
        version_ms=cpu_ms(version),
        validate_ms=cpu_ms(specforge, document),
        modules=len(modules),
        rules=rules,
        rules_loaded=loaded,
        rules_ms=milliseconds,
        imports_ms=by_package(modules),
    )


def cpu_ms(tool: Tool, *arguments: Path) -> float:
    """Returns the least CPU milliseconds of a few runs."""
    return round(1000 * least_cpu([run(tool, arguments) for _ in range(ROUNDS)]), 1)


def loaded_rules(specforge: Tool, document: Path) -> tuple[int, int, float]:
    """Returns how many rules there are, how many a document needs, and the milliseconds that importing those took."""
    python = [str(VENV / "bin/python"), "-c", LOADED, *specforge.command[1:], str(document)]
    environment = {**os.environ, **specforge.environment}
    done = subprocess.run(python, capture_output=True, text=True, check=False, env=environment)
    rules, loaded, milliseconds = done.stderr.split()[-3:]
    return int(rules), int(loaded), round(float(milliseconds), 1)


def import_times(specforge: Tool, document: Path) -> dict[str, int]:
    """Returns the microseconds that each module took by itself, the least of a few runs."""
    log = WORK / "importtime.log"
    timed = specforge._replace(environment={**specforge.environment, "PYTHONPROFILEIMPORTTIME": "1"})
    least: dict[str, int] = {}
    for _ in range(ROUNDS):
        run(timed, [document], output=log)
        lines = LINE.findall(log.read_text(encoding="utf-8", errors="replace"))
        for microseconds, module in lines:
            least[module] = min(least.get(module, int(microseconds)), int(microseconds))
    return least


def by_package(modules: dict[str, int]) -> dict[str, float]:
    """Sums import times: our own by layer, those of others by distribution; the largest first."""
    sums: Counter[str] = Counter()
    for module, microseconds in modules.items():
        parts = module.split(".")
        sums[".".join(parts[:2]) if parts[0] == "specforge" else parts[0]] += microseconds
    return {name: round(microseconds / 1000, 1) for name, microseconds in sums.most_common(SHOWN)}
