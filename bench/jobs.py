"""Many files on one processor and on all: wall time, which is what `--jobs` is for, and CPU, which it must not cost."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

from bench.fetch import ROOT, WORK
from bench.measure import Tool, run

SIZES = (60, 120, 200)
COPIES = 12


class Took(NamedTuple):
    """One run over all files."""

    wall_s: float
    cpu_s: float


def many() -> list[Path]:
    """Writes the orders example at three sizes, many times each; returns the files."""
    folder = WORK / "many"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    files = []
    for size in SIZES:
        one = folder / f"{size}-0.yaml"
        subprocess.run([sys.executable, "-m", "bench.grow", str(size), one], check=True, cwd=ROOT)
        files.append(one)
        files += [Path(shutil.copyfile(one, folder / f"{size}-{number}.yaml")) for number in range(1, COPIES)]
    return sorted(files)


def measured(tool: Tool, rounds: int) -> dict[str, Any]:
    """Returns the least wall and CPU time with `--jobs 1` and without `--jobs`, taken in turn, and their ratios."""
    files = many()
    ways: dict[str, list[str]] = {"one": ["--jobs", "1"], "all": []}
    runs: dict[str, list[Took]] = {way: [] for way in ways}
    for _ in range(rounds):
        for way, options in ways.items():
            runs[way].append(took(tool, options, files))
    least = {
        way: Took(min(one.wall_s for one in found), min(one.cpu_s for one in found)) for way, found in runs.items()
    }
    return {
        "files": len(files),
        "bytes": sum(file.stat().st_size for file in files),
        **{way: found._asdict() for way, found in least.items()},
        "wall": round(least["all"].wall_s / least["one"].wall_s, 2),
        "cpu": round(least["all"].cpu_s / least["one"].cpu_s, 2),
    }


def show(found: dict[str, Any]) -> None:
    """Prints the share of the time that all processors need."""
    one, all_ = found["one"]["wall_s"], found["all"]["wall_s"]
    files = f"{found['files']} files, {found['bytes'] / 1e6:.1f} MB"
    print(f"\n{files}: {one:.2f} s on one processor, {all_:.2f} s on all ", end="")
    print(f"(x{found['wall']:.2f}); CPU x{found['cpu']:.2f}", flush=True)


def took(tool: Tool, options: list[str], files: list[Path]) -> Took:
    """Runs the tool once over all files. The kernel counts the processes of the pool with the one that waited."""
    start = time.perf_counter()
    cpu = run(tool, [*options, *files]).cpu_s
    return Took(round(time.perf_counter() - start, 3), cpu)
