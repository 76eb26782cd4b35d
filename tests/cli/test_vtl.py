"""`specforge vtl render`."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Specforge


def test_a_template_is_rendered_with_an_event(specforge: Specforge, tmp_path: Path) -> None:
    template, event = tmp_path / "t.vtl", tmp_path / "e.json"
    template.write_text(
        "$input.json('$.a') $input.params('q') $context.stage $stageVariables.v"
        "#set($context.responseOverride.status = 404)",
        encoding="utf-8",
    )
    event.write_text(
        json.dumps({"body": {"a": [1]}, "params": {"querystring": {"q": "x"}}, "context": {"stage": "dev"},
                    "stageVariables": {"v": "w"}}), encoding="utf-8")  # fmt: skip

    result = specforge("vtl", "render", str(template), "--event", str(event), "--overrides")

    assert (result.code, result.out) == (0, "[1] x dev w")
    assert json.loads(result.err)["responseOverride"]["status"] == 404


def test_a_text_as_body_is_sent_as_it_is(specforge: Specforge, tmp_path: Path) -> None:
    template, event = tmp_path / "t.vtl", tmp_path / "e.json"
    template.write_text("$input.body", encoding="utf-8")
    event.write_text('{"body": "a=b"}', encoding="utf-8")

    assert specforge("vtl", "render", str(template), "-e", str(event)).out == "a=b"


def test_what_fails_has_its_place(specforge: Specforge, tmp_path: Path) -> None:
    template = tmp_path / "t.vtl"
    template.write_text("x\n $input.body.substring(9)", encoding="utf-8")

    result = specforge("vtl", "render", str(template))

    assert (result.code, result.out) == (1, "")
    assert result.err.splitlines() == [
        f"{template}:2:2: java.lang.StringIndexOutOfBoundsException: begin 9, end 2, length 2",
        "   $input.body.substring(9)",
        "   " + "^" * 24,
    ]


def test_what_is_no_event_is_refused(specforge: Specforge, tmp_path: Path) -> None:
    template, event = tmp_path / "t.vtl", tmp_path / "e.json"
    template.write_text("x", encoding="utf-8")
    event.write_text('{"bodi": 1}', encoding="utf-8")

    result = specforge("vtl", "render", str(template), "--event", str(event))

    assert result.code == 2
    assert "bodi" in result.err


def test_fixtures_are_run_and_what_differs_has_its_line(specforge: Specforge) -> None:
    specforge.put("t/a.vtl", '{"id": "$input.params(\'id\')"}')
    specforge.put(
        "t/a.vtl-test.yaml", "template: a.vtl\nrequest: {params: {path: {id: 'x'}}}\nexpect: {output: {id: x}}\n"
    )
    specforge.put("t/b.vtl-test.yaml", "template: a.vtl\nexpect:\n  output: {id: y}\n")

    result = specforge("vtl", "test", "t")

    assert result.code == 1
    assert result.out.splitlines() == [
        "t/b.vtl-test.yaml:3: the output differs", "    {", '  -   "id": "y"', '  +   "id": ""', "    }",
        "1 passed, 1 failed",
    ]  # fmt: skip


def test_update_writes_what_came_out(specforge: Specforge) -> None:
    specforge.put("a.vtl", "hi")
    specforge.put("a.vtl-test.yaml", "template: a.vtl\n")

    assert specforge("vtl", "test", ".", "--update").code == 0
    assert (specforge.folder / "a.vtl-test.yaml").read_text() == 'template: a.vtl\nexpect:\n  output: "hi"\n'
    assert specforge("vtl", "test", ".").out == "1 passed\n"


def test_where_nothing_could_be_run_the_exit_code_is_2(specforge: Specforge) -> None:
    specforge.put("empty/x.txt", "")
    specforge.put("bad/a.vtl-test.yaml", "template: a.vtl\n")

    assert (specforge("vtl", "test", "empty").code, specforge("vtl", "test", "none").code) == (2, 2)
    result = specforge("vtl", "test", "bad", "--update")
    assert (result.code, result.out.splitlines()[-1]) == (2, "1 broken")


def test_one_broken_fixture_does_not_keep_the_others_from_running(specforge: Specforge) -> None:
    specforge.put("a.vtl", "hi")
    specforge.put("a.vtl-test.yaml", "template: a.vtl\nexpect: {output: hi}\n")
    specforge.put("b.vtl-test.yaml", "[\n")

    result = specforge("vtl", "test", ".")

    assert (result.code, result.out.splitlines()[-1]) == (1, "1 passed, 1 broken")
