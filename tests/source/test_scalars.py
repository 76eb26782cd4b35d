"""Plain scalars: the core schema of YAML 1.2, and what readers of YAML 1.1 make of the same letters."""

from __future__ import annotations

import math
import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from specforge.source import BOUNDS
from specforge.source.scalars import find_other_reading, resolve
from specforge.source.text import Lines
from specforge.source.yaml import read_yaml


@pytest.mark.parametrize(
    ("spelled", "meant"),
    [
        ("", None), ("~", None), ("null", None), ("Null", None), ("NULL", None), ("nULL", "nULL"),
        ("true", True), ("True", True), ("TRUE", True), ("false", False), ("False", False), ("FALSE", False),
        ("0", 0), ("-0", 0), ("+7", 7), ("007", 7), ("0o17", 15), ("0xfF", 255),
        ("-0o7", "-0o7"), ("+0x1F", "+0x1F"), ("0o8", "0o8"), ("0x", "0x"), ("0b1", "0b1"), ("1_0", "1_0"),
        ("1.", 1.0), (".5", 0.5), ("-.5", -0.5), ("1e3", 1000.0), ("1.e3", 1000.0), ("+1E-2", 0.01),
        (".", "."), ("-", "-"), ("+", "+"), ("1e", "1e"), (".e3", ".e3"), ("..5", "..5"), ("1.2.3", "1.2.3"),
        ("yes", "yes"), ("on", "on"), ("1:30", "1:30"), ("2012-10-17", "2012-10-17"), ("=", "="), ("\u0661", "\u0661"),
    ],
)  # fmt: skip
def test_a_plain_scalar_means_what_the_core_schema_says(spelled: str, meant: object) -> None:
    data, fault = resolve(spelled)

    assert (meant, type(meant), None) == (data, type(data), fault)


@pytest.mark.parametrize("spelled", [".inf", "-.Inf", "+.INF", ".nan", ".NaN", ".NAN", "1e999", "-1e999", "9" * 3001])
def test_a_number_that_no_json_holds_stays_text_and_is_a_fault(spelled: str) -> None:
    data, fault = resolve(spelled)

    assert spelled == data
    assert fault is not None


@pytest.mark.parametrize("spelled", [".Nan", ".iNF", "-.nan", "inf", "NaN"])
def test_what_only_resembles_an_infinite_number_is_text(spelled: str) -> None:
    assert (spelled, None) == resolve(spelled)


@pytest.mark.parametrize(
    ("spelled", "other"),
    [
        ("yes", "true"), ("On", "true"), ("NO", "false"), ("off", "false"),
        ("012", "10"), ("-012", "-10"), ("08", "a string"), ("0o14", "a string"),
        ("0b11", "3"), ("-0b11", "-3"), ("0b0", "0"), ("1_000", "1000"), ("-1_0", "-10"), ("0_17", "15"),
        ("1_0.5", "10.5"), (".5_0", "0.5"), ("1_0.0e+2", "1000"), ("+0x1F", "31"), ("0x_F", "15"),
        ("1:30", "90 (a number to the base 60)"), ("-1:30", "-90 (a number to the base 60)"),
        ("190:20:30", "685230 (a number to the base 60)"), ("1:30.5", "90.5 (a number to the base 60)"),
    ],
)  # fmt: skip
def test_a_scalar_of_two_meanings_is_told_with_the_other(spelled: str, other: str) -> None:
    assert other == find_other_reading(spelled)


@pytest.mark.parametrize(
    "spelled",
    ["", "y", "n", "yEs", "true", "~", "0", "00", "07", "-07", "1.5", "1e3", "0x1F", "0b", "0b_", "0x", "_1", "1:60",
     "0:30", "1:", "2012-10-17", "12:30:45Z", "08:00-17:00", "1.2.3", "+", "-", ".", "._", "="],
)  # fmt: skip
def test_nothing_is_told_where_all_readers_agree(spelled: str) -> None:
    assert find_other_reading(spelled) is None


def test_numbers_of_any_length_are_judged_in_no_time() -> None:
    for spelled in (
        "0" + "7" * 100_000,
        "1_" * 50_000,
        "0b" + "1" * 100_000,
        "1" + ":1" * 50_000,
        "+0x" + "F" * 100_000,
    ):
        find_other_reading(spelled)
        resolve(spelled)


# PyYAML's own readings that YAML 1.1 does not share: exponents without a point or a sign are text to it,
# to SnakeYAML, which AWS uses, they are numbers.
_EXPONENT = re.compile(r".*[0-9.][eE][0-9]+|[-+]?[0-9]+[eE][-+]?[0-9]+")


@settings(max_examples=200, deadline=None)
@given(st.from_regex(r"\A(?:[-+]?[0-9][0-9_]{0,3}[:.xbeo]?[0-9a-f_]{0,3}[:.]?[0-9_]{0,3}|[yYnNoO][eEoOnNfFsS]{1,2})\Z"))
def test_a_reader_of_yaml_1_1_agrees_unless_another_reading_is_told(spelled: str) -> None:
    try:
        old = yaml.safe_load(f"a: {spelled}\n")["a"]
    except (ValueError, yaml.YAMLError):
        return
    data, _ = resolve(spelled)
    if _EXPONENT.fullmatch(spelled) or (isinstance(data, float) and not math.isfinite(data)):
        return
    alike = (
        old == data
        and isinstance(old, str) == isinstance(data, str)
        and isinstance(old, bool) == isinstance(data, bool)
    )

    assert alike == (find_other_reading(spelled) is None)


@settings(max_examples=100, deadline=None)
@given(st.from_regex(r"\A[-+.0-9_:xobeE]{1,6}\Z"))
def test_both_readers_of_a_document_resolve_as_the_table_does(spelled: str) -> None:
    reading = read_yaml(Lines("a.yaml", f"a: [{spelled}]\n"), BOUNDS)
    if isinstance(reading.data, dict) and isinstance(reading.data["a"], list) and len(reading.data["a"]) == 1:
        data = reading.data["a"][0]
        if not isinstance(data, (dict, list)):
            expected, _ = resolve(spelled)

            assert (repr(expected), find_other_reading(spelled) is None) == (
                repr(data),
                "ambiguous-yaml-scalar" not in [problem.rule for problem in reading.problems],
            )
