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
