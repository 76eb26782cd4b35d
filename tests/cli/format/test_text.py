"""Findings for people, as they look."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import click
import msgspec
import pytest

from specforge.cli.format.text import MOST, MOST_INFOS, MOST_VIA, WIDTH, render, show
from specforge.cli.results import FileResult
from specforge.compiler import Judged, Options, judge_all
from specforge.diagnostics import Diagnostic, Fix, RuleId, SettledNote, Severity, Span, Via

HEAD = "openapi: 3.0.1\ninfo: {title: t, version: '1'}\n"


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def found(text: str, rule: str, name: str = "specs/orders.yaml") -> list[Diagnostic]:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(dedent(text).encode())
    (judged,) = judge_all(name, options=Options(select=(rule,), settings=("api.kind=rest",)))
    assert isinstance(judged, Judged)
    return list(judged.diagnostics)


def shown(text: str, rule: str, name: str = "specs/orders.yaml") -> str:
    return "".join(show(diagnostic, colour=False) for diagnostic in found(text, rule, name))


def test_a_wrong_value_behind_a_reference() -> None:
    text = """\
    openapi: 3.0.1
    x-defaults:
      integration: &integration
        type: http
        timeoutInMillis: 20
        httpMethod: GET
        uri: https://orders.example.com
    components:
      pathItems:
        Orders:
          get:
            x-amazon-apigateway-integration:
              <<: *integration
    paths:
      /orders:
        $ref: '#/components/pathItems/Orders'
    """

    assert shown(text, "integration-timeout-out-of-range") == dedent(
        """\
        error[integration-timeout-out-of-range]: timeoutInMillis is 20; it must be at least 50
          --> specs/orders.yaml:5:22
           |
         5 |     timeoutInMillis: 20
           |                      ^^
           = used by GET /orders at specs/orders.yaml:13:11 through a YAML merge key
           = used by GET /orders at specs/orders.yaml:16:11 through #/components/pathItems/Orders
           = AWS says: Timeout should be between 50 ms and 29000 ms
           = explain: specforge explain integration-timeout-out-of-range
        """
    )


def test_a_wrong_name() -> None:
    text = HEAD + "paths:\n  /a:\n    get:\n      x-amazon-apigateway-integration:\n        typ: http\n"

    assert shown(text, "unknown-extension-key") == dedent(
        """\
        warning[unknown-extension-key]: x-amazon-apigateway-integration has no property typ; did you mean type?
          --> specs/orders.yaml:7:9
           |
         7 |         typ: http
           |         ^^^
           = explain: specforge explain unknown-extension-key
        """
    )


def test_something_absent() -> None:
    integration = "x-amazon-apigateway-integration: {type: http, httpMethod: GET}"
    text = HEAD + "\n" * 6 + f"paths:\n  /a:\n    get:\n      {integration}\n"

    assert shown(text, "integration-without-uri") == dedent(
        """\
        error[integration-without-uri]: the http integration has no uri; it must have one
          --> specs/orders.yaml:12:7
            |
         12 |       x-amazon-apigateway-integration: {type: http, httpMethod: GET}
            |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            = explain: specforge explain integration-without-uri
        """
    ).replace("    = ", "   = ")


def test_through_an_alias() -> None:
    text = HEAD + "x-i: &i {type: stub}\npaths:\n  /a:\n    get:\n      x-amazon-apigateway-integration: *i\n"

    lines = shown(text, "unknown-integration-type").splitlines()
    assert lines[3:6] == [
        " 3 | x-i: &i {type: stub}",
        "   |                ^^^^",
        "   = used by GET /a at specs/orders.yaml:7:40 through a YAML alias",
    ]


def test_in_another_file() -> None:
    Path("specs").mkdir()
    Path("specs/item.yaml").write_text("get:\n  x-amazon-apigateway-integration: {type: stub}\n")

    assert shown(HEAD + "paths: {/a: {$ref: item.yaml}}\n", "unknown-integration-type") == dedent(
        """\
        error[unknown-integration-type]: type is stub; it must be aws, aws_proxy, http, http_proxy or mock
          --> specs/item.yaml:2:43
           |
         2 |   x-amazon-apigateway-integration: {type: stub}
           |                                           ^^^^
           = used by GET /a at specs/orders.yaml:3:20 through item.yaml
           = explain: specforge explain unknown-integration-type
        """
    )


def frame(text: str, name: str = "specs/orders.yaml") -> tuple[str, str]:
    """Returns the line of the document and the line that points into it."""
    lines = shown(text, "unknown-integration-type", name).splitlines()
    return lines[3].partition(" | ")[2], lines[4].partition(" | ")[2]


def json_document(before: str, after: str = "") -> str:
    return (
        '{"openapi": "3.0.1", "info": {"title": "t", "version": "1"}, "paths": {"/a": {"get": '
        f'{before}"x-amazon-apigateway-integration": {{"type": "stub"}}{after}}}}}}}}}'
    )


@pytest.mark.parametrize(
    ("before", "after"), [("{", " " * 5000), ('{"x": "' + "y" * 5000 + '", ', ""), ("{" + " " * 5000, " " * 5000)]
)
def test_of_a_long_line_the_part_around_the_place_is_shown(before: str, after: str) -> None:
    line, pointer = frame(json_document(before, after), "a.json")

    assert len(line) <= WIDTH
    assert len(pointer) <= WIDTH
    assert line[pointer.index("^") : pointer.rindex("^") + 1] == '"stub"'


def test_a_place_in_a_line_of_moderate_length_is_found() -> None:
    line, pointer = frame(json_document('{"x": "' + "y" * 40 + '", ', " " * 300), "a.json")

    assert line[pointer.index("^") : pointer.rindex("^") + 1] == '"stub"'


def test_a_value_longer_than_the_frame_is_marked_to_the_edge() -> None:
    text = json_document("{").replace("stub", "m" * 500)

    line, pointer = frame(text, "a.json")

    assert len(pointer) == len(line)


def test_tabs_take_one_column() -> None:
    line, pointer = frame(json_document('{\n\t\t"x":\t1,\t'), "a.json")

    assert line[pointer.index("^") : pointer.rindex("^") + 1] == '"stub"'
    assert "\t" not in line


def test_line_ends_of_other_systems_are_not_shown() -> None:
    text = HEAD + "paths:\n  /a:\n    get:\n      x-amazon-apigateway-integration:\n        type: stub\n"

    assert frame(text.replace("\n", "\r\n")) == ("        type: stub", "              ^^^^")


def test_characters_that_a_terminal_acts_on_are_spelled_out_in_the_frame_too() -> None:
    line, pointer = frame(json_document('{"x": "\u202e\x7f", ').replace("stub", "m\u200bc"), "a.json")

    assert line[pointer.index("^") : pointer.rindex("^") + 1] == '"m\\u200bc"'
    assert "\\u202e\\x7f" in line


def test_a_value_of_several_lines_is_marked_to_the_end_of_its_first() -> None:
    text = HEAD + "paths:\n  /a:\n    get:\n      x-amazon-apigateway-integration:\n        type: |\n          stub\n"

    line, pointer = frame(text)

    assert line == "        type: |"
    assert set(pointer.strip()) == {"^"}
    assert len(pointer) <= len(line)


# Remarks


def one() -> Diagnostic:
    return found(json_document("{"), "unknown-integration-type", "a.json")[0]


def remarks(diagnostic: Diagnostic) -> list[str]:
    lines = show(diagnostic, colour=False).splitlines()
    return [line.removeprefix("   = ") for line in lines if line.startswith("   = ")][:-1]


def test_notes_and_the_fix_are_listed() -> None:
    span = Span("b\x1b.yaml", 3, 4, 3, 5)
    notes = (SettledNote("first here", span), SettledNote("so\n", None))

    assert remarks(msgspec.structs.replace(one(), notes=notes, fix=Fix("write mock", ()))) == [
        "first here at b\\x1b.yaml:3:4",
        "so\\n",
        "fix: write mock",
    ]


def test_of_many_ways_the_first_are_listed() -> None:
    via = tuple(Via("ref", Span("a.json", line, 1, line, 2), "", "#/x", f"GET /{line}") for line in range(1, 9))

    listed = remarks(msgspec.structs.replace(one(), via=via))

    assert listed[0] == "used by GET /1 at a.json:1:1 through #/x"
    assert listed[MOST_VIA:] == ["and 3 more ways"]


def test_a_way_from_no_operation_and_without_a_text_is_told() -> None:
    assert remarks(msgspec.structs.replace(one(), via=(Via("ref", Span("a.json", 1, 1, 1, 2), ""),))) == [
        "used at a.json:1:1 through $ref"
    ]


def test_a_place_outside_of_the_text_has_no_frame() -> None:
    lines = show(msgspec.structs.replace(one(), span=Span("a.json", 99, 1, 99, 2)), colour=False).splitlines()

    assert [line[:6] for line in lines] == ["error[", "  --> ", "   = e"]


# The whole


def test_findings_are_separated_by_empty_lines_and_end_with_the_documents() -> None:
    text = render([FileResult("a.json", "rest", [one(), one()])], colour=False)

    assert text.count("\n\n") == 2
    assert text.endswith("\n\na.json: REST API, 2 errors\n")


def test_of_very_many_findings_the_first_are_shown() -> None:
    text = render([FileResult("a.json", "rest", [one()] * (MOST + 2))], colour=False)

    assert text.count("error[") == MOST
    assert "… and 2 more; --format json lists all\n" in text


def infos(count: int, file: str = "a.json") -> list[Diagnostic]:
    span = one().span._replace(file=file)
    return [msgspec.structs.replace(one(), severity=Severity.INFO, rule=RuleId("model-unused"), span=span)] * count


def test_infos_of_one_rule_are_folded_beside_other_findings() -> None:
    text = render([FileResult("a.json", "rest", [one(), *infos(MOST_INFOS + 3)])], colour=False)

    assert text.count("info[model-unused]") == MOST_INFOS
    assert "\n… and 3 more of model-unused; specforge validate --select model-unused shows all\n" in text
    assert text.endswith(f"1 error, {MOST_INFOS + 3} infos\n")


def test_infos_are_folded_file_by_file_and_not_where_nothing_else_was_found() -> None:
    several = [one(), *infos(MOST_INFOS), *infos(MOST_INFOS, "b.json")]

    assert "more of" not in render([FileResult("a.json", "rest", several)], colour=False)
    assert "more of" not in render([FileResult("a.json", "rest", infos(MOST_INFOS + 3))], colour=False)


def test_nothing_is_printed_of_nothing() -> None:
    assert render([], colour=False) == ""


def test_colour_marks_the_severity_and_the_place() -> None:
    text = render([FileResult("a.json", "rest", [one()])], colour=True)

    assert text.startswith("\x1b[31m\x1b[1merror[unknown-integration-type]\x1b[0m: ")
    assert "\x1b[31m\x1b[1m^^^^^^\x1b[0m\n" in text
    assert click.unstyle(text) == render([FileResult("a.json", "rest", [one()])], colour=False)
