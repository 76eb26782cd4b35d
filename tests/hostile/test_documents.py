"""Documents that cannot be read, run in circles, are huge or deep: findings or one line, within bounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.documents import CYCLES, UNREADABLE, WRONG_SHAPES, as_json, deep
from tests.hostile.huge import HUGE
from tests.hostile.running import Runner, build, validate


def judged(runner: Runner, folder: Path, content: bytes, name: str = "api.json") -> tuple[int, int]:
    (folder / name).write_bytes(content)
    return validate(runner, folder, name).exit, build(runner, folder, name).exit


@pytest.mark.parametrize("name", UNREADABLE)
@pytest.mark.parametrize("file", ["api.yaml", "api.json"])
def test_unreadable_text_is_a_finding_or_one_line(bounded: Runner, folder: Path, name: str, file: str) -> None:
    judged(bounded, folder, UNREADABLE[name], file)


@pytest.mark.parametrize("name", ["empty", "bytes", "utf-16", "cyclic-alias", "zeros"])
def test_unreadable_standard_input_is_a_finding_or_one_line(bounded: Runner, folder: Path, name: str) -> None:
    (folder / "stdin").write_bytes(UNREADABLE[name])

    assert validate(bounded, folder, "-", stdin=str(folder / "stdin")).exit in (1, 2)


@pytest.mark.parametrize("share", [0.01, 0.2, 0.5, 0.9, 0.999])
@pytest.mark.parametrize("spec", ["orders", "catalog"])
def test_truncated_document_is_a_finding(bounded: Runner, folder: Path, spec: str, share: float) -> None:
    whole = Path(f"specs/{spec}.yaml").read_bytes()

    judged(bounded, folder, whole[: int(len(whole) * share)], "api.yaml")


@pytest.mark.parametrize("name", WRONG_SHAPES)
def test_part_of_the_wrong_shape_is_a_finding(bounded: Runner, folder: Path, name: str) -> None:
    judged(bounded, folder, WRONG_SHAPES[name].encode())


@pytest.mark.parametrize("name", CYCLES)
def test_reference_in_a_circle_ends(bounded: Runner, folder: Path, name: str) -> None:
    judged(bounded, folder, CYCLES[name].encode())


@pytest.mark.slow
@pytest.mark.parametrize("name", HUGE)
def test_huge_document_stays_within_bounds(bounded: Runner, folder: Path, name: str) -> None:
    judged(bounded, folder, HUGE[name]().encode(), "api.json" if HUGE[name]()[0] == "{" else "api.yaml")


def test_text_of_brackets_is_a_finding(bounded: Runner, folder: Path) -> None:
    text = as_json(**{"x-deep": 0}).replace('"x-deep": 0', '"x-deep": ' + "[" * 1_000_000)

    judged(bounded, folder, text.encode())
    judged(bounded, folder, text.encode(), "api.yaml")


@pytest.mark.parametrize("levels", [100, 198, 300])
@pytest.mark.parametrize("name", sorted(deep(100)))
def test_deep_document_survives_every_stage(bounded: Runner, folder: Path, name: str, levels: int) -> None:
    text = deep(levels)[name]
    file = "api.yaml" if text.startswith("openapi") else "api.json"
    ends = judged(bounded, folder, text.encode(), file)

    if levels >= 300 and "template" not in name:
        assert ends in {(1, 0), (2, 2)}
