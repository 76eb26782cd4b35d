"""Building: measures of data, and values that no output can hold."""

from __future__ import annotations

import gc
import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specforge.source import Data
from specforge.source.building import (
    collector_paused,
    repeated_key,
    survey,
    without_infinity,
    without_lone_surrogates,
)
from specforge.source.text import Lines

INFINITY = float("inf")


def nested(depth: int) -> Data:
    data: Data = []
    for _ in range(depth - 1):
        data = [data]
    return data


@pytest.mark.parametrize(
    ("data", "depth", "nodes"),
    [
        (None, 0, 0), ("x", 0, 0), ({}, 1, 0), ([], 1, 0), ({"a": 1, "b": 2}, 1, 2),
        ({"a": [1, {"b": []}]}, 4, 4), ([[], [], []], 2, 3),
    ],
)  # fmt: skip
def test_depth_and_nodes_are_counted(data: Data, depth: int, nodes: int) -> None:
    assert (depth, nodes) == survey(data, 100)


def test_a_survey_stops_one_level_below_the_bound() -> None:
    assert 100 == survey(nested(100), 100).depth
    assert 101 == survey(nested(100_000), 100).depth


@pytest.mark.parametrize("running", [True, False])
@pytest.mark.parametrize("size", [10, 10_000_000])
def test_the_collector_runs_again_if_it_ran_before_and_after_errors_too(running: bool, size: int) -> None:
    before = gc.isenabled()
    (gc.enable if running else gc.disable)()
    try:
        with suppress(KeyError), collector_paused(size):
            assert not gc.isenabled()
            raise KeyError
        assert running == gc.isenabled()
    finally:
        (gc.enable if before else gc.disable)()
        gc.unfreeze()


def test_a_repeated_key_is_told_with_the_line_of_the_first() -> None:
    assert "key 'a' is given twice; it stands first on line 2" == repeated_key(Lines("f", "\na: 1\na: 2\n"), "a", 1)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("a\ud800", "a\ufffd"), (["\udfff", 1, None], ["\ufffd", 1, None]),
        ({"\ud800": {"k": "\ud800"}}, {"\ufffd": {"k": "\ufffd"}}),
        ("\U0001f600", "\U0001f600"), (1.5, 1.5), (True, True),
    ],
)  # fmt: skip
def test_halves_of_pairs_are_replaced_in_keys_and_values(data: Data, expected: Data) -> None:
    assert expected == without_lone_surrogates(data)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (INFINITY, "inf"),
        ([-INFINITY], ["-inf"]),
        ({"a": {"b": INFINITY}}, {"a": {"b": "inf"}}),
        ({"a": 1e308}, {"a": 1e308}),
    ],
)
def test_infinite_numbers_become_their_spelling(data: Data, expected: Data) -> None:
    assert expected == without_infinity(data)


def test_the_order_of_keys_stays_and_depth_does_not_matter() -> None:
    assert ["b", "a", "c"] == list(without_infinity({"b": INFINITY, "a": 1, "c": 2}))  # type: ignore[arg-type]  # a dict
    assert survey(without_lone_surrogates(nested(50_000)), 100_000).depth == 50_000


TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=5),
    lambda below: st.lists(below, max_size=4) | st.dictionaries(st.text(max_size=3), below, max_size=4),
    max_leaves=15,
)


@given(TREES)
def test_what_is_left_can_be_written(data: Data) -> None:
    json.dumps(without_infinity(without_lone_surrogates(data)), allow_nan=False, ensure_ascii=False).encode()
