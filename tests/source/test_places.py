"""Places: the line and the column of a pointer, and of characters inside of a string."""

from __future__ import annotations

import pytest

from specforge.diagnostics import Place, Pointer, Span
from specforge.source import Source, read_text


def place(source: Source, *pointer: str | int) -> Place:
    return source.entry.places.find([pointer])[pointer]


def marked(source: Source, span: Span) -> str:
    """Returns the text under a span; tests read better with the text than with its numbers."""
    lines = list(source.entry.places.lines(span.line, span.end_line))
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


def key_and_value(text: str, *pointer: str | int, name: str = "api.yaml") -> tuple[str, str]:
    source = read_text(text, name)
    found = place(source, *pointer)
    return marked(source, found.key), marked(source, found.value)


@pytest.mark.parametrize(
    ("text", "pointer", "key", "value"),
    [
        ("a: 1\nb: two # c\n", ("b",), "b", "two"),
        ("a:\n  - x\n  - 'y z'\n", ("a", 1), "'y z'", "'y z'"),
        ("a:\n  - x\n  - y\n", ("a",), "a", "- x"),
        ("a:\n  b: 1\n  c: 2\n", ("a",), "a", "b"),
        ("a: {b: 1, c: 2}\n", ("a",), "a", "{b"),
        ("a:\nb: 1\n", ("a",), "a", "a"),
        ("200:\n  x: 1\n", ("200", "x"), "x", "1"),
        ("a: |\n  x\n  y\n\n\nb: 1\n", ("a",), "a", "|\n  x\n  y"),
        ("a: 1\n", ("a", "b", "c"), "a", "1"),
        ("a: {b: 1}\n", ("a", "zz"), "a", "{b"),
        ("a: 1\na: 2\n", ("a",), "a", "2"),
        ("a: !Sub 'x'\n", ("a", "Fn::Sub"), "!Sub", "'x'"),
        ("a: !If [C, {x: 1}, 2]\n", ("a", "Fn::If", 1, "x"), "x", "1"),
        ("a: !GetAtt A.Arn\n", ("a", "Fn::GetAtt", 1), "Arn", "Arn"),
        ("a: !Join\n  # c\n  - ','\n  - [x, y]\n", ("a", "Fn::Join", 1, 0), "x", "x"),
        ("a: &q 1\n", ("a",), "a", "1"),
        ("é: {ü: 'ß'}\n", ("é", "ü"), "ü", "'ß'"),
        ("a: x\u2028y\nb: 1\n", ("b",), "b", "1"),
        ("a: 1\r\nb: 2\r\n", ("b",), "b", "2"),
    ],
)
def test_a_pointer_into_yaml_has_the_place_of_its_key_and_value(
    text: str, pointer: Pointer, key: str, value: str
) -> None:
    assert (key, value) == key_and_value(text, *pointer)


@pytest.mark.parametrize(
    ("text", "pointer", "key", "value"),
    [
        ('{"a": {"b": [1, "x"]}}', ("a", "b", 1), '"x"', '"x"'),
        ('{"a": {"b": [1, "x"]}}', ("a", "b"), '"b"', "["),
        ('{"a": {"b": [1, "x"]}}', ("a",), '"a"', '{"b"'),
        ('{"a": {\n"b": 1}}', ("a",), '"a"', "{"),
        ('{"a\\/b": -1.5e3}', ("a/b",), '"a\\/b"', "-1.5e3"),
        ('{"a": true, "b": {"c": null}}', ("b", "c", "d"), '"c"', "null"),
        ('{"a": 1, "a": 2}', ("a",), '"a"', "2"),
        ('{\n\t"a" :\n\t\t"}]"\n}', ("a",), '"a"', '"}]"'),
        ('{"200": {}}', ("200",), '"200"', "{"),
    ],
)
def test_a_pointer_into_json_has_the_place_of_its_key_and_value(
    text: str, pointer: Pointer, key: str, value: str
) -> None:
    assert (key, value) == key_and_value(text, *pointer, name="api.json")


def test_columns_count_characters_and_a_mark_at_the_start_does_not_count() -> None:
    source = read_text("\ufeffé: ü\n".encode(), "api.yaml")

    assert Span("api.yaml", 1, 4, 1, 5) == place(source, "é").value


def test_places_of_many_pointers_are_found_in_one_scan() -> None:
    source = read_text('{"a": [{"x": 1}, {"x": 2}], "b": 3}', "api.json")
    pointers: list[Pointer] = [("a", 1, "x"), ("b",), ("a", 0, "x"), ("c",), ()]
    found = source.entry.places.find(pointers)

    assert ["2", "3", "1", '{"a"', '{"a"'] == [marked(source, found[pointer].value) for pointer in pointers]


def test_aliases_and_merge_keys_on_the_way_are_told() -> None:
    source = read_text("a: &a {x: {y: 1}}\nb: *a\nc:\n  <<: *a\n  z: *a\n", "api.yaml")

    def hops(*pointer: str) -> list[tuple[str, str, int]]:
        return [(kind, marked(source, span), span.line) for kind, span in place(source, *pointer).hops]

    assert [] == hops("a", "x", "y")
    assert [("alias", "*a", 2)] == hops("b", "x", "y")
    assert [("merge", "<<", 4)] == hops("c", "x", "y")
    assert [("alias", "*a", 5)] == hops("c", "z", "x")
    assert [] == hops("b")
    assert "*a" == marked(source, place(source, "b").value)


def test_of_a_text_that_is_broken_the_part_before_has_places() -> None:
    source = read_text("a: 1\nb: [2\n", "api.yaml")

    assert "1" == marked(source, place(source, "a").value)


def within(text: str, name: str, needle: str) -> tuple[int, int, str]:
    """Returns where the needle of the string at /a stands, and what is written there."""
    source = read_text(text, name)
    assert isinstance(source.data, dict)
    value = source.data["a"]
    assert isinstance(value, str)
    start = value.index(needle)
    span = source.entry.places.within(("a",), start, start + len(needle))
    return span.line, span.column, marked(source, span)


@pytest.mark.parametrize(
    ("text", "needle", "expected"),
    [
        ("a: one two\n", "two", (1, 8, "two")),
        ("a: one\n  two\n  three\n", "three", (3, 3, "three")),
        ("a: one\n\n  two\n", "two", (3, 3, "two")),
        ("a: 'it''s me'\n", "me", (1, 11, "me")),
        ("a: 'one\n  two'\n", "two", (2, 3, "two")),
        ('a: "x\\ty\\u00e9z"\n', "z", (1, 15, "z")),
        ('a: "one \\\n  two\n  three"\n', "three", (3, 3, "three")),
        ("a: |\n  one\n   two\n", "two", (3, 4, "two")),
        ("a: |\n\n  one\n\n  two\n", "two", (5, 3, "two")),
        ("a: |-\n  one\n  two", "two", (3, 3, "two")),
        ("a: |2\n    one\n  two\n", "two", (3, 3, "two")),
        ("a: >\n  one\n  two\n\n  three\n", "three", (5, 3, "three")),
        ("a: >+ # c\n  one\n    two\n  three\n\n", "three", (4, 3, "three")),
        ("a: &x !!str |\n  one\n", "one", (2, 3, "one")),
        ("a: |\r\n  one\r\n  two\r\n", "two", (3, 3, "two")),
    ],
)
def test_characters_of_a_yaml_string_have_a_place(text: str, needle: str, expected: tuple[int, int, str]) -> None:
    assert expected == within(text, "api.yaml", needle)


@pytest.mark.parametrize(
    ("text", "needle", "expected"),
    [
        ('{"a": "one two"}', "two", (1, 12, "two")),
        ('{"a": "x\\n\\"\\u00e9 two"}', "two", (1, 20, "two")),
        ('{"a": "\\ud83d\\ude00two"}', "two", (1, 20, "two")),
        ('{"a": "one\\ntwo"}', "\n", (1, 11, "\\")),
    ],
)
def test_characters_of_a_json_string_have_a_place(text: str, needle: str, expected: tuple[int, int, str]) -> None:
    assert expected == within(text, "api.json", needle)


def test_what_is_no_string_has_one_place_only() -> None:
    source = read_text("a: 12\n", "api.yaml")

    assert place(source, "a").value == source.entry.places.within(("a",), 0, 1)


def test_characters_behind_the_end_have_the_place_of_the_value() -> None:
    source = read_text("a: x\n", "api.yaml")

    assert place(source, "a").value == source.entry.places.within(("a",), 0, 9)


def test_many_places_within_one_long_string_cost_little_more_than_one() -> None:
    source = read_text('{"a": "' + "\\n" * 50_000 + '"}', "api.json")
    places = [source.entry.places.within(("a",), at, at + 1).column for at in range(2000)]

    assert [8 + 2 * at for at in range(2000)] == places
