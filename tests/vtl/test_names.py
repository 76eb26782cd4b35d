from __future__ import annotations

import pytest

from specforge.vtl.names import ROOTS, find_near


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("inptu", "input"),
        ("utils", "util"),
        ("stageVars", None),
        ("contxet", "context"),
        ("Input", "input"),
        ("x", None),
    ],
)
def test_the_nearest_name_is_found_within_two_letters(name: str, near: str | None) -> None:
    assert find_near(name, ROOTS) == near
