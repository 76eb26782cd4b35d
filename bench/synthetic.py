"""A copy of the installed package with many more rules, to see what the next hundreds will cost at the start.

The rules are copies of the shipped ones under other names, in turn, so their size and what they look at stay typical.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from runpy import run_path
from typing import Any

from bench.fetch import VENV, WORK, site_packages
from bench.measure import Tool

MORE = 220
COPY = WORK / "synthetic"


def with_rules(specforge: Tool) -> Tool:
    """Returns our command as it would run with that many rules more."""
    shutil.rmtree(COPY, ignore_errors=True)
    package = COPY / "specforge"
    shutil.copytree(site_packages() / "specforge", package, ignore=shutil.ignore_patterns("__pycache__"))
    multiply(package / "rules")
    subprocess.run([VENV / "bin/python", "-m", "compileall", "-q", package], check=True)
    environment = {**specforge.environment, "PYTHONPATH": str(COPY)}
    return specforge._replace(name=f"specforge, {MORE} more rules", environment=environment)


def multiply(rules: Path) -> None:
    """Copies rule files, and their rows of the index, under new names."""
    index = rules / "index.py"
    shipped: tuple[tuple[Any, ...], ...] = tuple(run_path(str(index))["INDEX"])
    copied = [shipped[number * len(shipped) // MORE] for number in range(MORE)]  # from all families alike
    rows = [*shipped, *(copy(row, number, rules) for number, row in enumerate(copied))]
    lines = "".join(f"    {row!r},\n" for row in rows)
    index.write_text(f'"""An index of {len(rows)} rules."""\n\nINDEX = (\n{lines})\n', encoding="utf-8")


def copy(row: tuple[Any, ...], number: int, rules: Path) -> tuple[Any, ...]:
    """Copies one rule under a numbered name; returns its row."""
    rule_id, family, *rest = row
    file = rules / family / f"{rule_id.replace('-', '_')}.py"
    shutil.copyfile(file, file.with_stem(f"{file.stem}_{number:03d}"))
    return (f"{rule_id}-{number:03d}", family, *rest)
