"""`specforge targets`."""

from __future__ import annotations

from specforge.targets.registry import NAMES
from tests.cli.conftest import Specforge


def test_every_target_is_listed_with_what_it_is_and_for_which_apis(specforge: Specforge) -> None:
    lines = specforge("targets").out.splitlines()

    assert [line.split()[0] for line in lines] == list(NAMES)
    assert lines[0].endswith("(rest, http)")
