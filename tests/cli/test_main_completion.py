"""Shell completion: the scripts, and what they ask for; run as the shell does, in a process of its own."""

from __future__ import annotations

import os
import pty
import shlex
import subprocess
import sys
import time
from pathlib import Path
from select import select

import pytest

from tests.cli.conftest import GOOD


def ask(instruction: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from specforge.__main__ import main; main()"],
        env={**os.environ, "_SPECFORGE_COMPLETE": instruction, **environ},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("shell", "registers"),
    [
        ("bash", "complete -o nosort -F _specforge_completion specforge"),
        ("zsh", "compdef _specforge_completion specforge"),
        ("fish", 'complete --no-files --command specforge --arguments "(_specforge_completion)"'),
    ],
)
def test_the_script_of_a_shell_is_printed(shell: str, registers: str) -> None:
    done = ask(f"{shell}_source")

    assert (done.returncode, done.stderr) == (0, "")
    assert registers in done.stdout


def test_commands_and_options_are_completed() -> None:
    commands = ask("bash_complete", COMP_WORDS="specforge va", COMP_CWORD="1").stdout
    options = ask("bash_complete", COMP_WORDS="specforge validate --form", COMP_CWORD="2").stdout
    formats = ask("bash_complete", COMP_WORDS="specforge validate --format s", COMP_CWORD="3").stdout

    assert ("plain,validate\n", "plain,--format\n", "plain,sarif\n") == (commands, options, formats)


@pytest.mark.parametrize(
    ("line", "candidates"),
    [
        ("explain integration-timeout", ["plain,integration-timeout-out-of-range"]),
        ("validate --select cachin", ["plain,caching"]),
        ("validate --ignore unknown-integration-ty", ["plain,unknown-integration-type"]),
        ("build --target python-c", ["plain,python-client"]),
        ("validate spe", ["file,spe"]),
        ("validate --config spe", ["file,spe"]),
        ("bundle --output spe", ["file,spe"]),
        ("build --out spe", ["dir,spe"]),
        ("init spe", ["file,spe"]),
    ],
)
def test_rules_targets_and_files_are_completed(line: str, candidates: list[str]) -> None:
    words = ["specforge", *line.split()]
    done = ask("bash_complete", COMP_WORDS=" ".join(words), COMP_CWORD=str(len(words) - 1))

    assert (done.stdout.splitlines(), done.stderr) == (candidates, "")


@pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are POSIX's")
def test_bash_loads_the_script_and_completes_what_somebody_types(tmp_path: Path) -> None:
    """As in a terminal: the line of the guide, then a command with tabs in it."""
    tmp_path.joinpath("good pets.yaml").write_text(GOOD)
    program = tmp_path / "bin" / "specforge"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m specforge "$@"\n')
    program.chmod(0o755)
    environ = {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}", "TERM": "dumb", "PS1": "> "}
    ours, theirs = pty.openpty()
    bash = ["bash", "--norc", "--noprofile", "-i"]
    with subprocess.Popen(bash, cwd=tmp_path, env=environ, stdin=theirs, stdout=theirs, stderr=theirs) as shell:
        os.write(ours, b'eval "$(_SPECFORGE_COMPLETE=bash_source specforge)"; echo loa""ded\n')
        _wait(ours, b"\nloaded")
        os.write(ours, b"specforge vali\tgoo\t--fail-on ne\t; exit\n")
        shown = _wait(ours, b"no findings")
        shell.wait(30)
    os.close(ours)
    os.close(theirs)

    assert b"good pets.yaml: REST API, no findings" in shown


def _wait(terminal: int, wanted: bytes) -> bytes:
    shown = b""
    end = time.monotonic() + 60
    while wanted not in shown:
        assert time.monotonic() < end, shown.decode(errors="replace")
        if select([terminal], [], [], 1)[0]:
            shown += os.read(terminal, 4096)
    return shown
