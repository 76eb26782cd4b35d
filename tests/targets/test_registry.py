"""Targets are found by their names."""

from __future__ import annotations

import pytest

from specforge.errors import ConfigError
from specforge.targets.registry import NAMES, load, nearest


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_that_of_its_target(name: str) -> None:
    assert load(name).name == name
    assert load(name).summary


def test_an_unknown_target_is_wrong_usage_that_names_the_nearest() -> None:
    with pytest.raises(ConfigError, match="there is no target 'terrafrm'; did you mean terraform"):
        load("terrafrm")


def test_without_a_near_name_all_are_listed() -> None:
    assert nearest("xyz") == f"; there are {', '.join(NAMES)}"
