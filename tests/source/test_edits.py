"""Edits change the text where they must and nowhere else."""

from __future__ import annotations

import json
from textwrap import dedent
from typing import Any

import pytest

from specforge.diagnostics import Edit, Entry, Inside, Origin, Span, Spot
from specforge.source import Source, read_text
from specforge.source.edits import Change, applied, collide, edited, same


def source_of(text: str, name: str = "a.yaml") -> Source:
    return read_text(dedent(text).encode(), name)


def at(source: Source, *keys: str | int) -> Origin:
    origin = Origin(source.entry, source.data)
    node = origin.at(*keys)
    assert node.pointer() == keys
    return node


def edit(source: Source, kind: str, keys: tuple[str | int, ...], value: Any = None, key: str = "") -> str | None:
    """Returns the text after an edit, which must then say what was wanted; None when there is no safe change."""
    wanted = Edit(kind, at(source, *keys), value, key)
    changes = source.editor.changes(wanted)
    if changes is None:
        return None
    text = applied(source.text, changes)
    assert same(read_text(text, source.name).data, edited(source.data, [wanted]))
    return text


def replaced(text: str, value: Any, *keys: str | int, name: str = "a.yaml") -> str | None:
    return edit(source_of(text, name), "replace-value", keys or ("a",), value)


def renamed(text: str, *keys: str | int, key: str = "b", name: str = "a.yaml") -> str | None:
    return edit(source_of(text, name), "rename-key", keys or ("a",), key=key)


def inserted(text: str, value: Any, *keys: str | int, key: str = "b", name: str = "a.yaml") -> str | None:
    return edit(source_of(text, name), "insert-key", keys, value, key)


def removed(text: str, *keys: str | int, name: str = "a.yaml") -> str | None:
    return edit(source_of(text, name), "remove", keys)


@pytest.mark.parametrize(
    ("text", "value", "after"),
    [
        pytest.param("a: x  # c\n", "y", "a: y  # c\n", id="plain, with a comment"),
        pytest.param("a: 'x'\n", "y", "a: 'y'\n", id="single quotes"),
        pytest.param('a: "x"\n', "y", 'a: "y"\n', id="double quotes"),
        pytest.param('a: "*"\n', "'*'", "a: \"'*'\"\n", id="inner quotes in double quotes"),
        pytest.param("a: '*'\n", "'*'", "a: \"'*'\"\n", id="inner quotes in single quotes"),
        pytest.param("a: '*'\n", "'\"'", "a: '''\"'''\n", id="both quotes"),
        pytest.param("a: 1.0\n", "1.0", "a: '1.0'\n", id="a number becomes text"),
        pytest.param("a: true\n", "'true'", "a: \"'true'\"\n", id="a boolean becomes a quoted text"),
        pytest.param("a: x\n", "no", "a: 'no'\n", id="a word that YAML 1.1 reads otherwise"),
        pytest.param("a: x\n", "y: z", "a: 'y: z'\n", id="what plain scalars cannot hold"),
        pytest.param("a: x\n", "y\nz\x85", 'a: "y\\nz\\u0085"\n', id="control characters"),
        pytest.param("a: x\n", ["x"], "a: [x]\n", id="a list of a scalar"),
        pytest.param("a: '*/*'\n", ["*/*"], "a: ['*/*']\n", id="a list of a quoted scalar"),
        pytest.param("{a: x, b: 1}\n", "y,z", "{a: 'y,z', b: 1}\n", id="flow style"),
        pytest.param("a: [1, 2]\n", "y", "a: y\n", id="a flow collection"),
        pytest.param("a: !!str x\n", "y", "a: !!str y\n", id="behind a tag"),
        pytest.param("a: |\n  x\n", "y", None, id="a block scalar"),
        pytest.param("a:\n  b: 1\n", "y", None, id="a block collection"),
        pytest.param("a:\n", "y", None, id="nothing"),
    ],
)
def test_a_yaml_value_is_replaced_in_its_quotes(text: str, value: Any, after: str | None) -> None:
    assert replaced(text, value) == after


@pytest.mark.parametrize(
    ("text", "value", "after"),
    [
        pytest.param('{"a": "x"}', 'y"', '{"a": "y\\""}', id="a string"),
        pytest.param('{"a":1}', "1", '{"a":"1"}', id="compact"),
        pytest.param('{"a": [1,\n 2]}', "x", '{"a": "x"}', id="a list"),
        pytest.param('{"a": "é"}', "ü", '{"a": "ü"}', id="not only ASCII"),
        pytest.param('{"a": "e"}', "ü", '{"a": "\\u00fc"}', id="only ASCII"),
    ],
)
def test_a_json_value_is_replaced(text: str, value: Any, after: str) -> None:
    assert replaced(text, value, name="a.json") == after


@pytest.mark.parametrize(
    ("text", "key", "after"),
    [
        pytest.param("a: 1  # c\n", "b", "b: 1  # c\n", id="plain"),
        pytest.param("'a': 1\n", "b", "'b': 1\n", id="single quotes"),
        pytest.param('{"a": 1}\n', "b", '{"b": 1}\n', id="double quotes in flow style"),
        pytest.param("a: 1\n", "/{id}", "/{id}: 1\n", id="a path"),
        pytest.param("{a: 1}\n", "/{id}", "{'/{id}': 1}\n", id="a path in flow style"),
        pytest.param("a: 1\nb: 2\n", "b", None, id="a key that is there"),
        pytest.param("? a\n: 1\n", "b", "? b\n: 1\n", id="an explicit key"),
        pytest.param("a: !Ref X\n", "b", "b: !Ref X\n", id="of a tagged value"),
        pytest.param("a: &x 1\nc: *x\n", "b", None, id="of what an alias stands for"),
    ],
)
def test_a_key_is_renamed(text: str, key: str, after: str | None) -> None:
    assert renamed(text, key=key) == after


def test_a_key_is_renamed_in_json() -> None:
    assert renamed('{\n\t"a": {"a": 1}\n}\n', "a", "a", name="a.json") == '{\n\t"a": {"b": 1}\n}\n'


def test_a_short_tag_is_no_key() -> None:
    assert renamed("a: !Ref X\n", "a", "Ref") is None
    assert removed("a: !Ref X\n", "a", "Ref") is None
    assert inserted("a: !Ref X\n", 1, "a") is None


@pytest.mark.parametrize(
    ("text", "keys", "after"),
    [
        pytest.param("a: 1\n", (), "a: 1\nb: x\n", id="at the end"),
        pytest.param("a: 1", (), "a: 1\nb: x", id="no last line break"),
        pytest.param("c:\n  a: 1  # c\n\n# d\ne: 1\n", ("c",), "c:\n  a: 1  # c\n  b: x\n\n# d\ne: 1\n", id="comments"),
        pytest.param("- a: 1\n  c: 2\n- d: 3\n", (0,), "- a: 1\n  c: 2\n  b: x\n- d: 3\n", id="in a list"),
        pytest.param(
            "c:\n  a: |\n    1\n\n    2\nd: 1\n", ("c",), "c:\n  a: |\n    1\n\n    2\n  b: x\nd: 1\n", id="block"
        ),
        pytest.param(
            "c:\n    a:\n    - 1\nd: 1\n", ("c",), "c:\n    a:\n    - 1\n    b: x\nd: 1\n", id="wide, after a list"
        ),
        pytest.param("c: {a: 1}  # d\n", ("c",), "c: {a: 1, b: x}  # d\n", id="flow style"),
        pytest.param("c: {}\n", ("c",), "c: {b: x}\n", id="an empty mapping"),
        pytest.param("c: {a: 1, }\n", ("c",), "c: {a: 1, b: x, }\n", id="a comma at the end"),
        pytest.param("c: {\n  a: 1  # d\n}\n", ("c",), "c: {\n  a: 1,  # d\n  b: x\n}\n", id="flow style on lines"),
        pytest.param(
            "c: {\n  a: 1,  # d\n}\n", ("c",), "c: {\n  a: 1,  # d\n  b: x,\n}\n", id="with commas at the end"
        ),
        pytest.param("c: {a: 1, b: 2}\n", ("c",), None, id="a key that is there"),
        pytest.param("c: {\n  # d\n}\n", ("c",), None, id="a comment in an empty mapping"),
        pytest.param("c: {a: 1,\n d: 2, e: 3}\n", ("c",), "c: {a: 1,\n d: 2, e: 3, b: x}\n", id="broken lines"),
        pytest.param("a: &x {c: 1}\nd: *x\n", ("d",), None, id="an alias"),
        pytest.param("a: &x {c: 1}\nd: *x\n", ("a",), None, id="what an alias stands for"),
        pytest.param("a: &x {c: {}}\nd: {<<: *x}\n", ("d", "c"), None, id="merged"),
        pytest.param("a: &x {c: 1}\n", ("a",), "a: &x {c: 1, b: x}\n", id="an anchor that nobody uses"),
        pytest.param("a: 1\n", ("a",), None, id="a scalar"),
    ],
)
def test_a_key_is_put_into_a_yaml_mapping(text: str, keys: tuple[str | int, ...], after: str | None) -> None:
    assert inserted(text, "x", *keys) == after


def test_a_mapping_is_put_in_with_the_indentation_of_the_document() -> None:
    text = "c:\n    a:\n        d: 1\n"

    assert inserted(text, {"x": {"y": []}}, "c", "a") == text + "        b:\n            x:\n                y: []\n"


def test_line_breaks_stay_those_of_the_document() -> None:
    source = read_text(b"\xef\xbb\xbfc:\r\n  a: 1\r\n", "a.yaml")

    assert edit(source, "insert-key", ("c",), {"x": 1}, "b") == "c:\r\n  a: 1\r\n  b:\r\n    x: 1\r\n"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        pytest.param('{"c":{"a":1}}', '{"c":{"a":1,"b":{"x":[1]}}}', id="compact"),
        pytest.param('{"c": {"a": 1, "d": 2}}', '{"c": {"a": 1, "d": 2, "b": {"x": [1]}}}', id="one line"),
        pytest.param('{"c": {}}', '{"c": {"b": {"x": [1]}}}', id="empty"),
        pytest.param(
            '{\n  "c": {\n    "a": 1\n  }\n}\n',
            '{\n  "c": {\n    "a": 1,\n    "b": {\n      "x": [\n        1\n      ]\n    }\n  }\n}\n',
            id="two blanks",
        ),
        pytest.param(
            '{\r\n\t"c": {\r\n\t\t"a": {}\r\n\t}\r\n}',
            '{\r\n\t"c": {\r\n\t\t"a": {},\r\n\t\t"b": {\r\n\t\t\t"x": [\r\n\t\t\t\t1\r\n\t\t\t]\r\n\t\t}\r\n\t}\r\n}',
            id="tabs and CRLF",
        ),
    ],
)
def test_a_key_is_put_into_a_json_object(text: str, after: str) -> None:
    assert inserted(text, {"x": [1]}, "c", name="a.json") == after


@pytest.mark.parametrize(
    ("text", "keys", "after"),
    [
        pytest.param("a: 1  # c\nb: 2\n", ("a",), "b: 2\n", id="the first"),
        pytest.param("a: 1\nb:\n  c: 1\n  d: 2\n", ("b",), "a: 1\n", id="several lines"),
        pytest.param("a: 1\nb: 2", ("b",), "a: 1", id="the last without a line break"),
        pytest.param("- 1\n- 2\n- 3\n", (1,), "- 1\n- 3\n", id="an entry"),
        pytest.param("- a: 1\n  b: 2\n", (0, "a"), None, id="behind a dash"),
        pytest.param("a: {b: 1}\n", ("a",), None, id="the only one"),
        pytest.param("a: {b: 1, c: 2}\n", ("a", "b"), "a: {c: 2}\n", id="the first in flow style"),
        pytest.param("a: {b: 1, c: 2}\n", ("a", "c"), "a: {b: 1}\n", id="the last in flow style"),
        pytest.param("a: {b: 1}\n", ("a", "b"), "a: {}\n", id="the only one in flow style"),
        pytest.param("a: [1, 2]\n", ("a", 1), "a: [1]\n", id="an entry in flow style"),
        pytest.param("a: [1,  # c\n  2]\n", ("a", 0), None, id="a comment in between"),
        pytest.param("", (), None, id="the document"),
    ],
)
def test_a_part_is_removed(text: str, keys: tuple[str | int, ...], after: str | None) -> None:
    assert removed(text, *keys) == after


def test_a_line_of_json_is_removed() -> None:
    text = '{\n  "a": 1,\n  "b": 2\n}\n'

    assert removed(text, "a", name="a.json") == '{\n  "b": 2\n}\n'
    assert removed(text, "b", name="a.json") == '{\n  "a": 1\n}\n'


@pytest.mark.parametrize(
    ("text", "after"),
    [
        pytest.param("a: |\n  x $inptu.body\n  y\n", "a: |\n  x $input.body\n  y\n", id="block"),
        pytest.param("a: 'x $inptu.body'\n", "a: 'x $input.body'\n", id="single quotes"),
        pytest.param('{"a": "x $inptu.body"}', '{"a": "x $input.body"}', id="double quotes"),
        pytest.param('{"a": "x $in\\u0070tu.body"}', None, id="an escape"),
    ],
)
def test_a_stretch_of_a_text_is_replaced(text: str, after: str | None) -> None:
    source = source_of(text)
    change = Edit("replace-value", Inside(at(source, "a"), 3, 8), "input")
    changes = source.editor.changes(change)

    assert (changes and applied(source.text, changes)) == after
    assert source.editor.changes(change._replace(value="'")) is None


def test_a_spot_has_no_node_to_edit() -> None:
    source = source_of("a: 1\n")
    spot = Spot(Entry("a.yaml", source.places), Span("a.yaml", 1, 1, 1, 2))

    assert source.editor.changes(Edit("replace-value", spot, 1)) is None


def test_an_unsound_text_is_not_edited() -> None:
    source = source_of("a: [\n")

    assert source.editor.changes(Edit("replace-value", Origin(source.entry, None), 1)) is None


def test_keys_put_into_one_mapping_go_together_and_other_changes_at_one_place_do_not() -> None:
    into = Change(5, 5, "x", ("a",))

    assert not collide(into, into._replace(text="y"))
    assert collide(into, into._replace(into=()))
    assert collide(Change(5, 5, ""), Change(5, 5, ""))
    assert collide(Change(1, 5, ""), Change(5, 7, ""))
    assert not collide(Change(1, 4, ""), Change(5, 7, ""))


def test_a_copy_of_the_data_is_edited_and_shares_nothing() -> None:
    source = source_of("a: &x {b: 1}\nc: *x\n")

    assert edited(source.data, [Edit("remove", at(source, "a", "b"))]) == {"a": {}, "c": {"b": 1}}
    assert json.dumps(source.data) == '{"a": {"b": 1}, "c": {"b": 1}}'


def test_equal_numbers_of_other_types_are_not_the_same() -> None:
    assert not same(1, 1.0)
    assert not same(1, True)
    assert same({"a": 1, "b": 2}, {"b": 2, "a": 1})
