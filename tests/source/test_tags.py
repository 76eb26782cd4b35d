"""Tags: every short form of CloudFormation in every form of node, those of YAML itself, and strangers."""

from __future__ import annotations

import pytest

from specforge.source import Data, read_text
from specforge.source.tags import HARMLESS, LONG_FORMS, YAML_PREFIX, shown


def value(text: str) -> Data:
    source = read_text(f"a: {text}\n", "a.yaml")
    assert () == source.problems
    assert isinstance(source.data, dict)
    return source.data["a"]


@pytest.mark.parametrize(("tag", "long"), LONG_FORMS.items())
def test_a_short_form_stands_before_a_scalar_a_list_and_a_mapping(tag: str, long: str) -> None:
    assert {long: [1, "x"]} == value(f"{tag} [1, x]")
    assert {long: {"k": 1}} == value(f"{tag} {{k: 1}}")
    assert {long: [{"k": 1}]} == value(f"{tag}\n  - k: 1")
    if tag != "!GetAtt":
        assert {long: "x y"} == value(f"{tag} x y")


@pytest.mark.parametrize("spelled", ["1", "012", "true", "null", "~", "''", "1e3", ".inf", "yes", "1:30"])
def test_the_scalar_behind_a_short_form_is_text(spelled: str) -> None:
    assert {"Ref": spelled.strip("'")} == value(f"!Ref {spelled}")


def test_a_short_form_of_nothing_holds_an_empty_text() -> None:
    assert {"Fn::Sub": ""} == value("!Sub")


@pytest.mark.parametrize(
    ("spelled", "halves"),
    [
        ("A.B", ["A", "B"]),
        ("A.B.C", ["A", "B.C"]),
        ("A", ["A"]),
        ("'A.B'", ["A", "B"]),
        (".B", ["", "B"]),
        ("A.", ["A", ""]),
    ],
)
def test_an_attribute_is_split_at_its_first_dot(spelled: str, halves: list[str]) -> None:
    assert {"Fn::GetAtt": halves} == value(f"!GetAtt {spelled}")


@pytest.mark.parametrize(
    "text", ["!Sub |\n  x ${A}\n  y\n", "!Sub >-\n  x ${A}\n\n  y", '!Sub "x ${A}\\ny"', "!Sub 'x ${A}\n\n  y'"]
)
def test_the_style_of_the_scalar_does_not_matter(text: str) -> None:
    found = value(text)
    assert isinstance(found, dict)

    assert "x ${A}\ny" == str(found["Fn::Sub"]).rstrip("\n")


def test_short_forms_nest() -> None:
    assert {
        "Fn::If": ["C", {"Fn::Sub": ["${x}", {"x": {"Fn::GetAtt": ["A", "Arn"]}}]}, {"Ref": "AWS::NoValue"}]
    } == value("!If\n  - C\n  - !Sub\n    - ${x}\n    - x: !GetAtt A.Arn\n  - !Ref AWS::NoValue")


@pytest.mark.parametrize("text", ["a: &x !Ref V\nb: *x\n", "a: !Ref &x V\nb: *x\n"])
def test_an_anchor_beside_a_tag_stands_for_the_whole(text: str) -> None:
    assert {"a": {"Ref": "V"}, "b": {"Ref": "V"}} == read_text(text, "a.yaml").data


@pytest.mark.parametrize("text", ["!<!Ref> V", "!Ref   V", "!Ref\n  V", "!Ref # c\n  V"])
def test_a_tag_may_be_spelled_in_full_and_stand_apart(text: str) -> None:
    assert {"Ref": "V"} == value(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("!!str 012", "012"), ("!!str true", "true"), ("!!str", ""), ("! 12", "12"),
        ("!<tag:yaml.org,2002:str> 5", "5"), ("!!int '12'", 12), ("!!int 0x1F", 31), ("!!float 3", 3),
        ("!!bool 'true'", True), ("!!null ''", None), ("!!seq [1]", [1]), ("!!map {a: 1}", {"a": 1}),
        ("!!timestamp 2012-10-17", "2012-10-17"),
    ],
)  # fmt: skip
def test_tags_of_yaml_itself_say_how_to_read(text: str, expected: object) -> None:
    found = value(text)

    assert (expected, type(expected)) == (found, type(found))


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("!ref", "!ref"), ("!Fn::Sub", "!Fn::Sub"), ("!!binary", "!!binary"), ("!!set", "!!set"),
        ("!Rain::S3", "!Rain::S3"), ("!!python/object/apply:os.system", "!!python/object/apply:os.system"),
        ("!<tag:example.com,2000:x>", "tag:example.com,2000:x"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(("content", "data"), [("x", "x"), ("[x]", ["x"]), ("{x: 1}", {"x": 1})])
def test_an_unknown_tag_is_told_and_its_content_stays(tag: str, name: str, content: str, data: Data) -> None:
    source = read_text(f"b: 1\na: {tag} {content}\n", "a.yaml")
    (problem,) = source.problems

    assert {"b": 1, "a": data} == source.data
    assert ("unknown-yaml-tag", ("a",), (2, 4)) == (problem.rule, problem.pointer, problem.span and problem.span[1:3])
    assert f"'{name}'" in problem.message


@pytest.mark.parametrize("text", ["!Ref a: b\n", "? !Sub a\n: b\n", "{!Foo a: b}\n"])
def test_a_tag_on_a_key_is_told(text: str) -> None:
    source = read_text(text, "a.yaml")

    assert {"a": "b"} == source.data
    assert [("unknown-yaml-tag", True)] == [(problem.rule, problem.on_key) for problem in source.problems]


@pytest.mark.parametrize("text", ["hello !Ref world", "a!Ref b", "'!Ref x'", '"!Ref x"', "x, !y", "wow!"])
def test_an_exclamation_mark_within_a_text_is_no_tag(text: str) -> None:
    assert text.strip("'\"") == value(text)


def test_tags_are_shown_as_one_writes_them() -> None:
    assert ["!!set", "!Foo", "tag:example.com,2000:x"] == [
        *map(shown, [YAML_PREFIX + "set", "!Foo", "tag:example.com,2000:x"])
    ]
    assert not HARMLESS & LONG_FORMS.keys()
