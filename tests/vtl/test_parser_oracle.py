"""Compares what we accept and refuse with Apache Velocity 1.7 itself."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from pathlib import Path

import pytest

from specforge import vtl
from tests import required
from tests.vtl.fragments import mutate
from tests.vtl.verdicts import ACCEPTED, REFUSED, REFUSED_BEFORE_THEY_RUN

# What Velocity says only because of what the template does when it runs.
AT_RUN_TIME = (
    "MethodInvocation",
    "StringIndex",
    "IndexOut",
    "VelocityException: Exception",
    "ArrayIndex",
    "MacroOverflow",
)


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Is where the oracle is compiled to, once."""
    return tmp_path_factory.mktemp("oracle")


def oracle(templates: list[str], folder: Path) -> list[str]:
    """Returns what Velocity says to each template: the error, or an empty text."""
    required.java()
    required.velocity()
    if not shutil.which("javac"):
        required.skip("java", "no javac on the PATH; the oracle is compiled from its source")
    lines = "\n".join(json.dumps({"id": n, "t": one, "aws": {"body": "{}"}}) for n, one in enumerate(templates))
    program = Path(__file__).parent / "oracle" / "oracle"
    done = subprocess.run([program, folder], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line).get("err", "") for line in done.stdout.splitlines()]


def test_recorded_verdicts_are_those_of_velocity(compiled: Path) -> None:
    answers = oracle([*ACCEPTED, *REFUSED], compiled)

    assert [one for one, answer in zip(ACCEPTED, answers, strict=False) if answer] == []
    assert [one for one, answer in zip(REFUSED, answers[len(ACCEPTED) :], strict=True) if not answer] == []


def test_real_templates_get_the_verdict_of_velocity(compiled: Path) -> None:
    templates = [path.read_bytes().decode() for path in sorted(required.corpus("vtl").glob("*.vtl"))]

    assert [bool(vtl.parse(one).errors) for one in templates] == [bool(one) for one in oracle(templates, compiled)]


def test_mutated_templates_get_the_verdict_of_velocity(compiled: Path) -> None:
    source = random.Random(20)
    templates = [mutate(source, source.choice((*ACCEPTED, *REFUSED))) for _ in range(2000)]
    templates = [one for one in templates if "#macro" not in one and "#parse" not in one and "#include" not in one]

    disagreements = [
        (template, answer)
        for template, answer in zip(templates, oracle(templates, compiled), strict=True)
        if bool(vtl.parse(template).errors) != bool(answer)
        and not answer.startswith(AT_RUN_TIME)
        and not any(part in template for part in ("#foreach($a)", "#foreach()"))
    ]

    assert disagreements == []


def test_what_fails_at_run_time_is_refused_before(compiled: Path) -> None:
    assert oracle(list(REFUSED_BEFORE_THEY_RUN), compiled) == [""] * len(REFUSED_BEFORE_THEY_RUN)
    assert all(vtl.parse(one).errors for one in REFUSED_BEFORE_THEY_RUN)
