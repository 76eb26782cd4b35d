"""How a run ends."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import specforge as package
from specforge.cli import main
from tests.cli.conftest import BAD, GOOD, Specforge

COMMAND = [sys.executable, "-m", "specforge"]


def test_a_clean_document_ends_with_0_and_one_with_errors_with_1(specforge: Specforge) -> None:
    specforge.put("good.yaml", GOOD)
    specforge.put("bad.yaml", BAD)

    assert specforge("validate", "good.yaml").code == 0
    assert specforge("validate", "bad.yaml").code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("valdate", "a.yaml"),
        ("validate",),
        ("validate", "a.yaml", "--no-such-option"),
        ("validate", "a.yaml", "--format", "xml"),
        ("validate", "missing.yaml"),
        ("build", "missing.yaml"),
        ("build", "a.yaml", "--target", "terrafrm"),
        ("build", "a.yaml", "--set", "kind"),
        ("build", "a.yaml", "--config", "missing.yaml"),
        ("explain", "no-such-rule"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_why_on_stderr(arguments: Sequence[str], specforge: Specforge) -> None:
    specforge.put("a.yaml", GOOD)

    done = specforge(*arguments)

    assert (done.code, done.out) == (2, "")
    assert done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("valdate", "a.yaml"), "Did you mean validate?"),
        (("build", "a.yaml", "--target", "terrafrm"), "did you mean terraform?"),
        (("explain", "unknown-integration-typ"), "did you mean unknown-integration-type?"),
        (("validate", "a.yaml", "--select", "unknown-integration-typ"), "did you mean unknown-integration-type?"),
        (("validate", "a.yaml", "--ignore", "unknown-integration-typ"), "did you mean unknown-integration-type?"),
    ],
)
def test_a_misspelt_name_is_answered_with_the_nearest(
    arguments: Sequence[str], hint: str, specforge: Specforge
) -> None:
    specforge.put("a.yaml", GOOD)

    done = specforge(*arguments)

    assert done.code == 2
    assert hint in done.err


def test_a_command_like_no_other_gets_no_hint(specforge: Specforge) -> None:
    assert "There is no command 'xyz'.\n" in specforge("xyz").err


def test_help_lists_every_command_and_the_version_is_that_of_the_package(specforge: Specforge) -> None:
    shown = specforge("--help")

    assert shown.code == 0
    assert all(re.search(rf"^  {name} ", shown.out, re.MULTILINE) for name in main.COMMANDS)
    assert specforge("--version").out == f"specforge {package.__version__}\n"


def test_a_bug_ends_with_3_one_line_and_a_report(
    specforge: Specforge, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*arguments: object, **named: object) -> None:
        raise ZeroDivisionError("\x1b[31mred")

    monkeypatch.setattr(main.cli, "main", broken)

    done = specforge("validate", "a.yaml")

    assert (done.code, done.out, done.err.count("\n")) == (3, "", 1)
    assert done.err.startswith("specforge: this is a bug in specforge: \\x1b[31mred; see ")
    report = Path(done.err.rpartition("see ")[2].strip())
    assert "ZeroDivisionError" in report.read_text()
    report.unlink()


def test_a_rule_of_our_own_that_is_broken_is_a_bug(specforge: Specforge, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object, **named: object) -> None:
        raise package.InternalError("x")

    monkeypatch.setattr(main.cli, "main", broken)

    done = specforge("targets")

    assert done.code == 3
    Path(done.err.rpartition("see ")[2].strip()).unlink()


def test_an_interrupted_run_ends_with_130(specforge: Specforge, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*arguments: object, **named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(main.cli, "main", interrupted)

    assert specforge("targets") == (130, "", "")


def test_an_interrupt_while_standard_input_is_read_ends_with_130(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "validate", "-"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPROFILEIMPORTTIME": "1"},
    ) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        for line in process.stderr:
            if b"specforge.compiler" in line:
                break
        process.send_signal(signal.SIGINT)
        process.stdin.flush()

        assert process.wait(30) == 130


@pytest.mark.parametrize(("text", "code"), [(GOOD, 0), (BAD, 1)])
def test_a_reader_that_has_gone_away_changes_nothing_but_the_output(text: str, code: int, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(text)
    read, write = os.pipe()
    os.close(read)

    done = subprocess.run(
        [*COMMAND, "validate", "a.yaml"], cwd=tmp_path, stdout=write, stderr=subprocess.PIPE, check=False
    )
    os.close(write)

    assert (done.returncode, done.stderr) == (code, b"")


def test_a_build_is_written_though_nobody_reads_what_it_says(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD)
    read, write = os.pipe()
    os.close(read)

    done = subprocess.run(
        [*COMMAND, "build", "a.yaml", "--target", "openapi"], cwd=tmp_path, stdout=write, stderr=write, check=False
    )
    os.close(write)

    assert done.returncode == 0
    assert (tmp_path / "build/openapi.json").exists()


def test_a_narrow_encoding_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BAD.replace("mokc", "\u03bcock"), encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}

    done = subprocess.run(
        [*COMMAND, "validate", "a.yaml"], cwd=tmp_path, env=environment, capture_output=True, check=False
    )

    assert (done.returncode, done.stderr) == (1, b"")
    assert b"type is \\u03bcock" in done.stdout
