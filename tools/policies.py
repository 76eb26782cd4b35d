"""Holds what the infrastructure targets write against checkov's policies; fails on a failed check.

What a target cannot pass carries its reason in the output itself, and counts as skipped.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import specforge

ROOT = Path(__file__).resolve().parent.parent
CHECKOV = ROOT / ".venvs" / "checkov" / "bin" / "checkov"
TARGETS = ("sam", "cloudformation", "terraform")
CASES = {
    **{path.stem: (path, None) for path in sorted(ROOT.glob("specs/*.yaml")) if ".specforge" not in path.name},
    "everything": (ROOT / "specs" / "orders.yaml", ROOT / "tests" / "deploy" / "everything.yaml"),
}


def main() -> int:
    """Builds every case, and prints and counts what checkov says."""
    # checkov takes forty letters and slashes of a path for a key of AWS; the hyphens keep them apart.
    with TemporaryDirectory(prefix="checkov-", suffix="-") as folder:
        for name, (spec, config) in CASES.items():
            specforge.compile(spec, config=config, targets=TARGETS).write(Path(folder) / name)
        parts = _judged(folder)
    failed = [check for part in parts for check in part["results"]["failed_checks"]]
    skipped = Counter(check["check_id"] for part in parts for check in part["results"]["skipped_checks"])
    passed = sum(part["summary"]["passed"] for part in parts)
    for check in failed:
        print(f"{check['file_path']}: {check['check_id']} {check['resource']}: {check['check_name']}")
    print(f"{passed} passed, {sum(skipped.values())} with a reason, {len(failed)} failed")
    print(", ".join(f"{name} {count}" for name, count in sorted(skipped.items())))
    return 1 if failed else 0


def _judged(folder: str) -> list[dict[str, Any]]:
    options = ["--skip-download", "--compact", "--framework", "cloudformation", "terraform", "-o", "json"]
    done = subprocess.run([str(CHECKOV), *options, "-d", folder], capture_output=True, text=True, check=False)
    found = json.loads(done.stdout)
    return found if isinstance(found, list) else [found]


if __name__ == "__main__":
    sys.exit(main())
