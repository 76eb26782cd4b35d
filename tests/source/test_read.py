"""Reading: what data a text yields, and which faults are reported where."""

from __future__ import annotations

import json
from typing import Any

import pytest

from specforge.source import RULES, Bounds, looks_like_api, read_text


def read(text: str | bytes, name: str = "api.yaml") -> Any:
    return read_text(text, name).data


def faults(text: str | bytes, name: str = "api.yaml") -> list[tuple[str, str]]:
    problems = read_text(text, name).problems
    assert {problem.rule for problem in problems} <= set(RULES)
    return [(problem.rule, str(problem.span).removeprefix(name + ":")) for problem in problems]


@pytest.mark.parametrize("force_slow", ["", "x-tag: !!str a\n"], ids=["fast", "slow"])
@pytest.mark.parametrize(
    ("spelled", "meant"),
    [
        ("12", 12),
        ("-3", -3),
        ("012", 12),
        ("0o14", 12),
        ("0x1F", 31),
        ("1_000", "1_000"),
        ("0b11", "0b11"),
        ("1:30", "1:30"),
        ("1.0", 1.0),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("true", True),
        ("True", True),
        ("tRue", "tRue"),
        ("yes", "yes"),
        ("on", "on"),
        ("~", None),
        ("null", None),
        ("", None),
        ("2012-10-17", "2012-10-17"),
        ("2020-01-01T10:00:00Z", "2020-01-01T10:00:00Z"),
        ("'12'", "12"),
        ("123456789012345678901234567890", 123456789012345678901234567890),
    ],
)
def test_plain_scalars_mean_what_yaml_1_2_says(spelled: str, meant: object, force_slow: str) -> None:
    data = read(f"{force_slow}value: {spelled}\n")["value"]

    assert (meant, type(meant)) == (data, type(data))


@pytest.mark.parametrize("force_slow", ["", "x-tag: !!str a\n"], ids=["fast", "slow"])
@pytest.mark.parametrize("key", ["200", "0200", "1.10", "true", "null", "~", "0x10", "+5", "-0", "2012-10-17", "on"])
def test_every_key_is_text_as_it_is_spelled(key: str, force_slow: str) -> None:
    assert key in read(f"{force_slow}{key}: x\n")


def test_a_number_and_the_same_number_in_quotes_are_one_key() -> None:
    assert [("duplicate-key", "2:1")] == faults("200: a\n'200': b\n")


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("!Ref X", {"Ref": "X"}),
        ("!Sub 'a${B}'", {"Fn::Sub": "a${B}"}),
        ("!Sub ['${a}', {a: !Ref B}]", {"Fn::Sub": ["${a}", {"a": {"Ref": "B"}}]}),
        ("!GetAtt A.B.C", {"Fn::GetAtt": ["A", "B.C"]}),
        ("!GetAtt [A, B]", {"Fn::GetAtt": ["A", "B"]}),
        ("!If [C, 1, !Ref AWS::NoValue]", {"Fn::If": ["C", 1, {"Ref": "AWS::NoValue"}]}),
        ("!Condition C", {"Condition": "C"}),
        ("!Join ['-', [a, b]]", {"Fn::Join": ["-", ["a", "b"]]}),
        ("!Ref 123", {"Ref": "123"}),
        ("!Transform {Name: AWS::Include}", {"Fn::Transform": {"Name": "AWS::Include"}}),
    ],
)
def test_short_tags_become_the_long_form(short: str, long: object) -> None:
    assert {"value": long} == read(f"value: {short}\n")


def test_an_unknown_tag_is_reported_and_its_content_kept() -> None:
    assert {"a": "b"} == read("a: !Foo b\n")
    assert [("unknown-yaml-tag", "1:4")] == faults("a: !Foo b\n")


def test_merge_keys_give_way_to_own_keys_and_the_first_of_a_list_wins() -> None:
    text = "a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc:\n  <<: [*a, *b]\n  x: own\n"

    assert {"x": "own", "y": 1, "z": 2} == read(text)["c"]


def test_a_merge_key_that_merges_nothing_is_reported() -> None:
    assert [("merge-key-without-mapping", "1:1")] == faults("<<: 1\n")


def test_aliases_share_what_they_stand_for() -> None:
    data = read("a: &x {k: [1]}\nb: *x\n")

    assert data["a"] is data["b"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", [("duplicate-key", "3:1")]),
        ("a: {b: 1, b: 2}\n", [("duplicate-key", "1:11")]),
        ("a: yes\n", [("ambiguous-yaml-scalar", "1:4")]),
        ("on: push\n", [("ambiguous-yaml-scalar", "1:1")]),
        ("a: [no, 'no', \"off\", Off]\n", [("ambiguous-yaml-scalar", "1:5"), ("ambiguous-yaml-scalar", "1:22")]),
        ("a: 012\n", [("ambiguous-yaml-scalar", "1:4")]),
        ("a: 1:30\n", [("ambiguous-yaml-scalar", "1:4")]),
        ("a: 1_000\n", [("ambiguous-yaml-scalar", "1:4")]),
        ("a:\n\tb: 1\n", [("tab-indentation", "2:1")]),
        ("a: [1\n", [("yaml-syntax-error", "2:1")]),
        ("a: b: c\n", [("yaml-syntax-error", "1:5")]),
        ("a: *b\n", [("yaml-syntax-error", "1:4")]),
        ("a: &x [*x]\n", [("alias-cycle", "1:8")]),
        ("a: 1\n---\nb: 2\n", [("multiple-documents", "2:1")]),
        ("? [a]\n: b\n", [("mapping-key-not-scalar", "1:3")]),
        ("a: .inf\n", [("number-out-of-range", "1:4")]),
        ("a: " + "9" * 5000 + "\n", [("number-out-of-range", "1:4")]),
        ("a: x\x00\n", [("yaml-syntax-error", "1:5")]),
        (b"a: \xe9\n", [("not-utf-8", "1:4")]),
    ],
)
def test_a_fault_of_yaml_has_a_name_and_a_place(text: str | bytes, expected: list[tuple[str, str]]) -> None:
    assert expected == faults(text)


@pytest.mark.parametrize(
    "text",
    [
        "a: 'yes'\nb: y\nn: 10\n",
        "a: !Sub on\n",
        "a: |\n  yes\n  012\n",
        "a: 08:00-17:00\nb: 2012-10-17\nc: 1.0\nd: 0\ne: -1\nf: 00:30\n",
        "date: 2020-01-01 10:30:00\n",
        "---\na: 1\n...\n",
        "# c\n---\na: 1\n",
        "a: x # yes\n",
    ],
)
def test_nothing_is_reported_where_all_readers_agree(text: str) -> None:
    assert [] == faults(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 1, "a": 2}', [("duplicate-key", "1:10")]),
        ('{"a": 1, "\\u0061": 2}', [("duplicate-key", "1:10")]),
        ('{"a": [1,]}', [("json-syntax-error", "1:10")]),
        ('{"a": 1 // c\n}', [("json-syntax-error", "1:9")]),
        ('{"NaN": NaN}', [("json-syntax-error", "1:9")]),
        ('{"a": 1e999}', [("number-out-of-range", "1:7")]),
        ('{"a": ' + "1" * 5000 + "}", [("number-out-of-range", "1:7")]),
        ('{"a": "\\ud800"}', [("not-utf-8", "1:7")]),
        ("", [("json-syntax-error", "1:1")]),
    ],
)
def test_a_fault_of_json_has_a_name_and_a_place(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == faults(text, "api.json")


def test_the_pointer_of_a_repeated_key_goes_through_objects_and_lists() -> None:
    for name in ("api.json", "api.yaml"):
        (problem,) = read_text('{"x": [{}, {"y": {"a": 1, "a": 2}}]}', name).problems

        assert (("x", 1, "y", "a"), True) == (problem.pointer, problem.on_key)


def test_no_data_holds_half_a_surrogate_pair() -> None:
    source = read_text('{"k\\ud800": ["\\udfff", "\\ud83d\\ude00"]}', "api.json")

    assert {"k\ufffd": ["\ufffd", "\U0001f600"]} == source.data
    json.dumps(source.data, ensure_ascii=False).encode()


def test_flow_yaml_is_read_where_json_is_not_what_it_is() -> None:
    assert {"a": [1, 2]} == read("{a: [1, 2]}", "-")
    assert [("json-syntax-error", "1:10")] == faults('{"a": [1,]', "-")


@pytest.mark.parametrize(
    "raw",
    [b"\xef\xbb\xbfa: \xc3\xa9\r\n", "\ufeffa: é\n".encode("utf-16-le"), "\ufeffa: é\n".encode("utf-16-be")],
    ids=["utf-8 with mark", "utf-16-le", "utf-16-be"],
)
def test_a_byte_order_mark_is_no_part_of_the_text(raw: bytes) -> None:
    assert {"a": "é"} == read(raw)


@pytest.mark.parametrize(
    ("text", "name", "rule"),
    [
        ("[" * 100_000, "a.json", "document-too-deep"),
        ('{"a":' * 600 + "1" + "}" * 600, "a.json", "document-too-deep"),
        ("a: " + "[" * 100_000, "a.yaml", "document-too-deep"),
        ("- " * 100_000 + "x", "a.yaml", "document-too-deep"),
        (": " * 100_000, "a.yaml", "yaml-syntax-error"),
        ("".join(" " * depth + "a:\n" for depth in range(3000)), "a.yaml", "document-too-deep"),
        ("a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 2000)), "a", "document-too-deep"),
        (
            "a0: &a0 [1,1]\n" + "".join(f"a{n}: &a{n} [*a{n - 1},*a{n - 1}]\n" for n in range(1, 40)),
            "a.yaml",
            "alias-expansion-too-large",
        ),
        (
            "a0: &a0 {k: 1}\n" + "".join(f"a{n}: &a{n} {{<<: [*a{n - 1},*a{n - 1}]}}\n" for n in range(1, 40)),
            "a.yaml",
            "alias-expansion-too-large",
        ),
    ],
    ids=["json list", "json object", "flow", "list", "keys", "indentation", "alias chain", "alias bomb", "merge bomb"],
)
def test_a_text_beyond_the_bounds_is_one_problem(text: str, name: str, rule: str) -> None:
    source = read_text(text, name)

    assert (False, None, [rule]) == (source.sound, source.data, [problem.rule for problem in source.problems])
    source.entry.places.find([("a", 0)])


@pytest.mark.parametrize("text", ["[" * 190 + "]" * 190, "- " * 190 + "x"])
def test_a_text_just_within_the_bounds_is_read_and_has_places(text: str) -> None:
    source = read_text(text, "a.yaml")

    assert source.sound
    assert source.entry.places.find([(0,) * 180])[(0,) * 180].value.column > 180


def test_a_text_that_is_too_long_is_not_read() -> None:
    (problem,) = read_text("a: " + "x" * 100, "a.yaml", Bounds(bytes=50)).problems

    assert "document-too-large" == problem.rule


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("openapi: 3.0.1\n", True),
        ("# c\n\nswagger: '2.0'\n", True),
        ('{"info": {}, "openapi": "3.0.1"}', True),
        ("Resources:\n  A:\n    Type: AWS::Serverless::Api\n", True),
        ("asyncapi: 2.0.0\n", False),
        ("name: CI\non: push\n", False),
        ("Resources: none\n", False),
    ],
)
def test_files_that_are_no_api_are_told_by_their_keys(text: str, expected: bool) -> None:
    assert expected == looks_like_api(text)
