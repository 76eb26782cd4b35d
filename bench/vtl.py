"""Renders the templates of bench/templates with specforge and airspeed-ext in turn, and prints ratios.

    .venv/bin/python -m bench.vtl [SECONDS]      after make peers

airspeed-ext is the engine of LocalStack; it has a venv of its own, .venvs/airspeed-ext.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
ENGINES = {
    "airspeed-ext": ROOT / ".venvs" / "airspeed-ext" / "bin" / "python",
    "specforge": ROOT / ".venv" / "bin" / "python",
}
ROUNDS = 3


def measure(seconds: str) -> dict[str, dict[str, Any]]:
    """Returns the least figures of several rounds, by engine and template."""
    best: dict[str, dict[str, Any]] = {name: {} for name in ENGINES}
    for _ in range(ROUNDS):
        for name, python in ENGINES.items():
            command = [str(python), str(ROOT / "bench" / "vtl_render.py"), name, seconds]
            found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
            for template, figures in found.items():
                kept = best[name].setdefault(template, dict(figures))
                for key in ("render_us", "compile_us"):
                    kept[key] = min(kept[key], figures[key])
    return best


def main() -> None:
    """Prints a line a template, and the totals."""
    best = measure(sys.argv[1] if len(sys.argv) > 1 else "0.3")
    peer, ours = best["airspeed-ext"], best["specforge"]
    print("CPU microseconds, airspeed-ext / specforge (ratio)")
    for template in ours:
        print(f"{template:20} {_pair(peer[template], ours[template], 'render_us')}", end="")
        print(f"   parse and compile {_pair(peer[template], ours[template], 'compile_us')}")
    for key in ("render_us", "compile_us"):
        total = sum(one[key] for one in ours.values()) / sum(one[key] for one in peer.values())
        print(f"{key[:-3]}, all together: {total:.2f}")


def _pair(theirs: dict[str, Any], mine: dict[str, Any], key: str) -> str:
    return f"{theirs[key]:8.1f} / {mine[key]:8.1f} ({mine[key] / theirs[key]:.2f})"


if __name__ == "__main__":
    main()
