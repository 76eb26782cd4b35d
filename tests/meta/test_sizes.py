"""Files and functions stay small enough to be read in one go (style guide, section 3)."""

from __future__ import annotations

import statistics
from pathlib import Path

import pytest

from tests.meta.tree import code_modules, functions, text

# Modules that are one table; each may be longer than a file of code.
TABLES: frozenset[str] = frozenset()


def test_no_file_is_longer_than_500_lines() -> None:
    long = [f"{path}: {lines}" for path in code_modules() if str(path) not in TABLES and (lines := _lines(path)) > 500]

    assert long == []


def test_no_function_is_longer_than_50_lines() -> None:
    long = [f"{name}: {lines}" for path in code_modules() for name, lines in functions(path) if lines > 50]

    assert long == []


def test_no_rule_is_longer_than_80_lines_with_its_documentation() -> None:
    rules = [path for path in code_modules() if path.parts[0] == "rules" and len(path.parts) == 3]

    assert [f"{path}: {lines}" for path in rules if (lines := _lines(path)) > 80] == []


def test_medians_and_ninetieth_percentiles_keep_the_budget(capsys: pytest.CaptureFixture[str]) -> None:
    files = [_lines(path) for path in code_modules()]
    lengths = [lines for path in code_modules() for _, lines in functions(path)]
    with capsys.disabled():
        print(f"\nfiles: {_summary(files)}\nfunctions: {_summary(lengths)}")

    assert statistics.median(files) <= 120
    assert _percentile(files, 90) <= 300
    assert statistics.median(lengths) <= 8
    assert _percentile(lengths, 90) <= 25


def _lines(path: Path) -> int:
    return text(path).count("\n")


def _summary(sizes: list[int]) -> str:
    return f"{len(sizes)}, median {statistics.median(sizes):g}, p90 {_percentile(sizes, 90)}, max {max(sizes)}"


def _percentile(sizes: list[int], percent: int) -> int:
    return sorted(sizes)[min(len(sizes) - 1, len(sizes) * percent // 100)]
