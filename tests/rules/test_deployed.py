"""What the settings of a deployment can name."""

from __future__ import annotations

from pathlib import Path

import pytest

from specforge.rules.deployed import stage_names
from tests.judged import judge


@pytest.mark.parametrize(
    ("config", "names"),
    [
        ("deploy: {stages: {dev: {}, live: {}}}\n", ("dev", "live")),
        ("deploy: {region: eu-west-1}\napi: {kind: rest}\n", ("prod",)),
        ("deploy: {region: eu-west-1}\napi: {kind: http}\n", ("$default",)),
        ("deploy: {region: eu-west-1}\napi: {kind: plain}\n", ()),
    ],
)
def test_the_stages_are_those_of_the_configuration_or_the_one_that_is_made(
    tmp_path: Path, config: str, names: tuple[str, ...]
) -> None:
    assert stage_names(judge(tmp_path, "paths: {}\n", config=config).api) == names
