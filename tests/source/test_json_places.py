"""Places in JSON: keys with escapes, nesting, repeated keys, odd blanks, and texts of one long line."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from specforge.diagnostics import Pointer
from specforge.source import Data
from specforge.source.json_places import find
from specforge.source.text import Lines


def marked(text: str, *pointer: str | int) -> tuple[str, str]:
    """Returns what stands at the key and at the value."""
    key, value, _, _ = find(Lines("a.json", text), [pointer])[pointer]
    return text[slice(*key)], text[slice(*value)]


@pytest.mark.parametrize(
    ("text", "pointer", "key", "value"),
    [
        ("1", (), "1", "1"), (' "x" ', (), '"x"', '"x"'), ("[]", (), "[", "["), ("{ }", (), "{", "{"),
        ("[ 1 ]", (0,), "1", "1"),
        ('{"a\\u0062": 1}', ("ab",), '"a\\u0062"', "1"),
        ('{"\\"\\\\": 1}', ('"\\',), '"\\"\\\\"', "1"),
        ('{"\\ud800": 1}', ("\ufffd",), '"\\ud800"', "1"),
        ('{"": {"": 1}}', ("", ""), '""', "1"), ('{"a/b": {"~": 1}}', ("a/b", "~"), '"~"', "1"),
        ('{"1": ["x"]}', ("1", 0), '"x"', '"x"'),
        ('{"a": "{[\\"", "b": 2}', ("b",), '"b"', "2"), ('{"a": [[1, [2]], 3]}', ("a", 0, 1, 0), "2", "2"),
        ('\t{\r\n"a"\t:\r\n[ 1 ,\n 2 ] }', ("a", 1), "2", "2"), ('{"a": -1.5E+3}', ("a",), '"a"', "-1.5E+3"),
        ('{"a": {"b": 1}, "a": {"c": 2}}', ("a", "c"), '"c"', "2"), ('{"a": {  "b": 1}}', ("a",), '"a"', '{  "b"'),
        ('[{"a": 1}, {"a": 2}]', (1, "a"), '"a"', "2"), ('{"a": {"}": 1}, "b": 2}', ("b",), '"b"', "2"),
    ],
)  # fmt: skip
def test_a_pointer_has_the_place_of_its_key_and_value(text: str, pointer: Pointer, key: str, value: str) -> None:
    assert (key, value) == marked(text, *pointer)


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        (("a", "x"), '{"b"'),
        (("a", "b", 9), "["),
        (("a", "b", 0, "y"), "1"),
        (("z", "y"), '{"a"'),
        (("a", "b", "0x"), "["),
    ],
)
def test_a_pointer_that_leads_nowhere_has_the_place_of_what_exists(pointer: Pointer, value: str) -> None:
    assert value == marked('{"a": {"b": [1]}}', *pointer)[1]


def test_a_string_is_told_with_what_it_says() -> None:
    text = '{"a": "x\\ny\\ud800", "b": 1}'
    found = find(Lines("a.json", text), [("a",), ("b",)])

    assert ("x\ny\ufffd", None) == (found["a",][2], found["b",][2])


@pytest.mark.parametrize(
    "text", ["", "{", '{"a"', '{"a": ', '{"a": [1, ', '{"a": "x', "nonsense", '{"a": tru}', "]", '{"a": 1}}']
)
def test_a_broken_text_has_a_place_for_every_pointer(text: str) -> None:
    pointers: list[Pointer] = [(), ("a",), ("a", 0), ("b", "c")]
    found = find(Lines("a.json", text), pointers)

    assert set(pointers) <= found.keys()
    assert all(0 <= start <= end <= len(text) for key, value, _, _ in found.values() for start, end in (key, value))


@pytest.mark.parametrize(
    ("text", "pointer"),
    [
        ('{"x": [' + ",".join(f'{{"a": "b{n}"}}' for n in range(100_000)) + "]}", ("x", 99_999, "a")),
        ('{"a":' + " " * 3_000_000 + '"v"}', ("a",)),
        ('{"s": "' + "\\n" * 1_000_000 + '", "a": "v"}', ("a",)),
        ("{" + ",".join('"a": {"b": 1}' for _ in range(50_000)) + "}", ("a", "b")),
        ('{"a":' * 200 + "1" + "}" * 200, ("a",) * 200),
        ("{" + '"k": "\\"{[",' * 100_000 + '"a": 1}', ("a",)),
    ],
    ids=["many objects", "blanks", "one string", "repeated", "nested", "brackets in strings"],
)
def test_one_line_of_megabytes_is_searched_in_linear_time(text: str, pointer: Pointer) -> None:
    start = time.process_time()
    key, value = marked(text, *pointer)

    assert (f'"{pointer[-1]}"', True) == (key, value in (f'"b{99_999}"', '"v"', "1"))
    assert time.process_time() - start < 3


def test_many_pointers_cost_one_search() -> None:
    text = '{"x": [' + ",".join(f'{{"a": {n}}}' for n in range(50_000)) + "]}"
    pointers: list[Pointer] = [("x", index, "a") for index in range(50_000)]
    start = time.process_time()
    found = find(Lines("a.json", text), pointers)

    assert [str(index) for index in range(50_000)] == [text[slice(*found[pointer][1])] for pointer in pointers]
    assert time.process_time() - start < 4


VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=4),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.text(max_size=3), below, max_size=3),
    max_leaves=12,
)


def leaves(data: Data, pointer: Pointer = ()) -> list[tuple[Pointer, Data]]:
    match data:
        case dict():
            return [leaf for key, value in data.items() for leaf in leaves(value, (*pointer, key))]
        case list():
            return [leaf for index, value in enumerate(data) for leaf in leaves(value, (*pointer, index))]
        case _:
            return [(pointer, data)]


@settings(deadline=None)
@given(VALUES, st.booleans(), st.sampled_from([None, 0, 3]))
def test_at_the_place_of_every_leaf_stands_the_leaf(data: Data, escaped: bool, indent: int | None) -> None:
    text = json.dumps(data, ensure_ascii=escaped, indent=indent)
    expected = leaves(data)
    found = find(Lines("a.json", text), [pointer for pointer, _ in expected])

    for pointer, value in expected:
        key_place, value_place, _, _ = found[pointer]
        assert value == json.loads(text[slice(*value_place)])
        assert not pointer or isinstance(pointer[-1], int) or pointer[-1] == json.loads(text[slice(*key_place)])
