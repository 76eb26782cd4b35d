"""Shell completion: the scripts, and what they ask for; run as the shell does, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


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
