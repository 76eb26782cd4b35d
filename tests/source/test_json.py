"""JSON: what the standard allows and no more; faults with a place, data where there is any."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from specforge.source.json import read_json, too_deep
from specforge.source.model import BOUNDS, Data, Reading
from specforge.source.text import Lines


def reading(text: str) -> Reading:
    return read_json(Lines("a.json", text), BOUNDS)


def told(text: str) -> list[tuple[Any, ...]]:
    problems = reading(text).problems
    return [(problem.rule, problem.span and problem.span[1:3], problem.pointer, problem.on_key) for problem in problems]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("null", None), (" [ ] ", []), ('{"a":{}}', {"a": {}}), ("1E5", 100000.0), ("-0", 0), ("1e-999", 0.0),
        ('"\\u0000"', "\0"), ('"\\ud83d\\ude00"', "\U0001f600"), ('"\\\\ud800"', "\\ud800"), ('{"":1}', {"": 1}),
        ('{"__proto__": {"__class__": 1}}', {"__proto__": {"__class__": 1}}),
        ('["NaN", "Infinity"]', ["NaN", "Infinity"]),
        ('"\u2028\u007f"', "\u2028\u007f"), (str(10**400), 10**400), ('"' + "9" * 400 + '"', "9" * 400),
        ("0." + "0" * 400 + "1", 0.0), ("[1e308]", [1e308]),
    ],
)  # fmt: skip
def test_what_the_standard_allows_is_read(text: str, data: Data) -> None:
    found = reading(text)

    assert ((), True) == (found.problems, found.sound)
    assert (data, type(data)) == (found.data, type(found.data))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", (1, 1)), ("{", (1, 2)), ('"a', (1, 1)), ("nul", (1, 1)), ("[1,]", (1, 4)), ('{"a" 1}', (1, 6)),
        ('{"a":}', (1, 6)),
        ("{'a': 1}", (1, 2)), ("{a: 1}", (1, 2)), ('{"a": 1}x', (1, 9)), ("[] []", (1, 4)), ('{"a": 01}', (1, 8)),
        ('{"a": +1}', (1, 7)), ('{"a": .5}', (1, 7)), ('{"a": 1.}', (1, 8)), ('{"a": "\\x"}', (1, 8)),
        ('{"a":"\\u12"}', (1, 8)),
        ('{"a": "x\ty"}', (1, 9)),
        ('{"a": "x\ny"}', (1, 9)), ('{\n  "a": tru\n}', (2, 8)), ("// c\n{}", (1, 1)),
        ('{"NaN": NaN}', (1, 9)), ('["NaN", -Infinity]', (1, 9)), ("[Infinity]", (1, 2)),
    ],
)  # fmt: skip
def test_what_it_does_not_allow_is_a_fault_at_its_place(text: str, place: tuple[int, int]) -> None:
    assert [("json-syntax-error", place, (), False)] == told(text)
    assert (None, False) == (reading(text).data, reading(text).sound)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 1, "a": 2}', [((1, 10), ("a",))]),
        ('{"a": 1, "\\u0061": 2, "a": 3}', [((1, 10), ("a",)), ((1, 23), ("a",))]),
        ('{"": 1, "": 2}', [((1, 9), ("",))]),
        ('[{"a": 1}, {"a": 1}]', []),
        ('{"a": {"a": {"a": 1}}, "b": {"a": 1}}', []),
        ('[[], {"x": {"a/b": 1, "a/b": 2}}]', [((1, 23), (1, "x", "a/b"))]),
        ('{"a": {"b": 1, "b": 1}, "a": {"b": 2}}', [((1, 16), ("a", "b")), ((1, 25), ("a",))]),
        ('{"a": "a", "b": ["a", "a"]}', []),
        ('{"a": [{"b": 1, "b": 1}, 2], "c": [3, {"d": 1, "d": 1}]}',
         [((1, 17), ("a", 0, "b")), ((1, 48), ("c", 1, "d"))]),
    ],
)  # fmt: skip
def test_a_repeated_key_is_told_with_its_pointer(text: str, expected: list[Any]) -> None:
    assert [("duplicate-key", place, pointer, True) for place, pointer in expected] == told(text)


def test_of_a_repeated_key_the_last_value_counts() -> None:
    assert {"a": 2} == reading('{"a": 1, "a": 2}').data


@pytest.mark.parametrize(
    ("text", "data", "expected"),
    [
        ('{"a": 1e400}', {"a": "inf"}, [((1, 7), ("a",))]),
        ('["1e999", -1e999, {"b": 1e+999}]', ["1e999", "-inf", {"b": "inf"}], [((1, 11), (1,)), ((1, 25), (2, "b"))]),
        ("1" + "0" * 400 + ".5", "inf", [((1, 1), ())]),
    ],
)
def test_a_number_beyond_all_bounds_is_told_and_stays_as_text(text: str, data: Data, expected: list[Any]) -> None:
    assert [("number-out-of-range", place, pointer, False) for place, pointer in expected] == told(text)
    assert data == reading(text).data


def test_a_number_of_too_many_digits_is_no_number() -> None:
    assert [("number-out-of-range", (2, 7), (), False)] == told('{"' + "9" * 5000 + '": 1,\n "a": -' + "9" * 4301 + "}")


@pytest.mark.parametrize(
    ("text", "data", "expected"),
    [
        ('{"k": "\\ud800"}', {"k": "\ufffd"}, [((1, 7), ("k",), False)]),
        ('["\\ude00\\ud83d", "\\ud83d\\ude00"]', ["\ufffd\ufffd", "\U0001f600"], [((1, 2), (0,), False)]),
        ('{"\\uDFFF": 1}', {"\ufffd": 1}, [((1, 2), ("\ufffd",), True)]),
    ],
)
def test_half_a_surrogate_pair_is_told_and_replaced(text: str, data: Data, expected: list[Any]) -> None:
    assert [("not-utf-8", place, pointer, on_key) for place, pointer, on_key in expected] == told(text)
    assert data == reading(text).data


def test_faults_of_several_kinds_are_all_told() -> None:
    assert ["duplicate-key", "number-out-of-range", "not-utf-8"] == [
        rule for rule, *_ in told('{"a": 1e999, "a": "\\ud800"}')
    ]


def test_a_flood_of_faults_is_cut() -> None:
    assert 1000 == len(told("{" + ",".join(['"a": 1'] * 5000) + "}"))


@pytest.mark.parametrize("text", ["[" * 201 + "]" * 201, '{"a":' * 201 + "1" + "}" * 201, "[" * 50_000])
def test_too_deep_a_text_is_told_where_it_becomes_so(text: str) -> None:
    (problem,) = reading(text).problems

    assert ("document-too-deep", False) == (problem.rule, reading(text).sound)
    assert problem.span is not None
    assert problem.span.column == (201 if text.startswith("[") else 5 * 200 + 1)


def test_brackets_in_strings_do_not_count_for_depth() -> None:
    assert reading('["' + "[" * 5000 + '"]').sound
    assert (1, 1) == (too_deep(Lines("a", '["[[["]'), BOUNDS).problems[0].span or (0, 0, 0))[1:3]


def test_a_broken_text_of_megabytes_is_judged_in_linear_time() -> None:
    start = time.process_time()
    reading('{"a": [' + '"\\ud800", ' * 1000 + '"' + "\\\\" * 1_000_000 + '", NaN]}')
    reading('{"a": "' + '\\"' * 1_000_000)
    reading('{"a": 1, "a": "' + "x" * 3_000_000 + '"}')

    assert time.process_time() - start < 5


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda below: st.lists(below, max_size=4) | st.dictionaries(st.text(max_size=3), below, max_size=4),
    max_leaves=12,
)


@settings(deadline=None)
@given(VALUES, st.booleans(), st.sampled_from([None, 0, 2]))
def test_what_json_writes_is_read_back(data: Data, escaped: bool, indent: int | None) -> None:
    found = reading(json.dumps(data, ensure_ascii=escaped, indent=indent))

    assert (repr(data), ()) == (repr(found.data), found.problems)
