"""Every code block of the README and of the guide runs, and prints what the page says.

`console` blocks hold commands after `$ ` and their output; `...` on a line of its own stands for any lines, and
`# Ctrl-C` behind a command for an interrupt once it waits.
`python` blocks run one after the other in one namespace a page. `yaml` blocks are judged by what they are a part of.
`text` blocks stand in a file of examples/plugin. A page runs in a folder of its own, with the repository's specs in it.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent
from typing import NamedTuple

import msgspec
import pytest
import yaml

from specforge.compiler import Options, diagnose, judge_all
from specforge.config import json_schema
from specforge.rules.page import Example
from tests.required import ROOT
from tests.schemas import GITHUB_WORKFLOW, PRE_COMMIT, faults

PAGES = [ROOT / "README.md", *sorted(ROOT.joinpath("docs", "guide").glob("*.md"))]
LANGUAGES = {"console", "python", "yaml", "sh", "text"}
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PLACEHOLDER = re.compile(r"\{(\w+)\}")
INTERRUPT = "  # Ctrl-C"
PLUGIN = [path for path in ROOT.joinpath("examples", "plugin").rglob("*") if path.suffix in {".py", ".toml"}]
CONFIGURATION = msgspec.convert(json_schema()["properties"], dict[str, object]).keys()
MISUNDERSTOOD = ("unknown-", "invalid-", "malformed-", "yaml-", "suppression-without-reason")
EXIT_CODE = re.compile(r"\s+# exits (\d+)$")


class Command(NamedTuple):
    """One line after `$ `, the output that the page shows and the exit code that it states."""

    line: str
    output: str
    exit_code: int


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "specs", tmp_path / "specs")
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_block_of_the_page_runs(page: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    namespace: dict[str, object] = {}
    for language, body in BLOCK.findall(page.read_text(encoding="utf-8")):
        match language:
            case "console":
                _run_commands(body, folder)
            case "python":
                exec(compile(body, f"{page.name}: python block", "exec"), namespace)
            case "yaml":
                assert _faults(body, folder) == []
            case "text":
                assert any(body in file.read_text(encoding="utf-8") for file in PLUGIN)
            case _:
                pass


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_block_names_a_language_that_is_checked(page: Path) -> None:
    assert {language for language, _ in BLOCK.findall(page.read_text(encoding="utf-8"))} - LANGUAGES == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_sh_blocks_hold_only_make_targets_that_exist_and_installs(page: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", ROOT.joinpath("Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    lines = [
        line.partition("#")[0].strip()
        for language, body in BLOCK.findall(page.read_text(encoding="utf-8"))
        if language == "sh"
        for line in body.splitlines()
    ]
    commands = [re.sub(r"^(\w+=\S+ )*", "", line) for line in lines if line]

    assert [c for c in commands if c.startswith("make ") and c.split()[1] not in targets] == []
    assert [c for c in commands if not c.startswith(("make ", "pip install ", "git clone ", "cd "))] == []


def _faults(body: str, folder: Path) -> list[str]:
    """Returns what is wrong with YAML of a page: configuration, a document or a part of one, a file of another tool."""
    data: dict[str, object] = yaml.safe_load(body)
    if "repos" in data:
        return faults(PRE_COMMIT, data)
    if "steps" in data:
        return faults(GITHUB_WORKFLOW, {"on": "push", "jobs": {"one": {"runs-on": "ubuntu-latest", **data}}})
    if data.keys() <= CONFIGURATION:
        config = folder / "of-the-page.yaml"
        config.write_text(body, encoding="utf-8")
        (judged,) = judge_all("specs/orders.yaml", options=Options(config=str(config)))
        found = judged.diagnostics
    else:
        named = "".join(f"/{{{name}}}" for name in dict.fromkeys(PLACEHOLDER.findall(body)))
        part = body if "paths" in data else f"paths:\n  /a{named}:\n    post:\n{indent(body, '      ')}"
        found = diagnose(Example(part, (), ()))
    return [f"{one.span} {one.rule}: {one.message}" for one in found if one.rule.startswith(MISUNDERSTOOD)]


def _run_commands(body: str, folder: Path) -> None:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environ = {**os.environ, "PATH": path, "NO_COLOR": "1", "COLUMNS": "100"}
    for command in _commands(body):
        if command.line.endswith(INTERRUPT):
            _interrupt(command.line.removesuffix(INTERRUPT), folder, environ)
            continue
        done = subprocess.run(
            command.line, shell=True, cwd=folder, env=environ, capture_output=True, text=True, check=False
        )

        assert (done.returncode, command.line) == (command.exit_code, command.line), done.stdout + done.stderr
        assert _matches(command.output, done.stdout + done.stderr), done.stdout + done.stderr


def _interrupt(line: str, folder: Path, environ: dict[str, str]) -> None:
    """Runs a command that waits, interrupts it as a terminal does, and expects the exit code of that."""
    with subprocess.Popen(
        f"exec {line}",
        shell=True,
        cwd=folder,
        env=environ,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
    ) as running:
        assert running.stderr is not None
        assert any("Ctrl-C ends" in said for said in running.stderr)
        os.killpg(running.pid, signal.SIGINT)

        assert running.wait(30) == 130


def _commands(body: str) -> Iterator[Command]:
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        line, _, output = part.partition("\n")
        code = EXIT_CODE.search(line)
        yield Command(EXIT_CODE.sub("", line), output, int(code[1]) if code else 0)


def _matches(shown: str, real: str) -> bool:
    if not shown.strip():
        return True
    pattern = re.escape(shown.strip()).replace(re.escape("..."), ".*")
    return re.fullmatch(pattern, real.strip(), re.DOTALL) is not None
