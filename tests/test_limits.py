"""AWS's quotas as data."""

from __future__ import annotations

import re

import pytest

from specforge import limits

EVERY = {name: value for name, value in vars(limits).items() if isinstance(value, limits.Limit)}


@pytest.mark.parametrize("name", EVERY)
def test_every_limit_states_its_unit_and_the_aws_page(name: str) -> None:
    assert EVERY[name].unit
    assert EVERY[name].source.startswith("https://docs.aws.amazon.com/")


def test_the_day_of_reading_is_a_date() -> None:
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", limits.READ)


def test_the_timeouts_are_those_of_the_import_messages() -> None:
    assert limits.INTEGRATION_TIMEOUT_MIN_MS.value == 50
    assert limits.REST_INTEGRATION_TIMEOUT_DEFAULT_MS[:2] == (29_000, "ms")
    assert limits.REST_INTEGRATION_TIMEOUT_DEFAULT_MS.raisable
