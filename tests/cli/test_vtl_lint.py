from __future__ import annotations

import json

import pytest

from specforge.cli.vtl_lint import judged
from tests.cli.conftest import Specforge

WRONG = '{\r\n  "id": $inptu.body,\n  #if($x)'


def test_names_and_syntax_have_the_rules_and_the_places_of_validate() -> None:
    result = judged("a.vtl", WRONG)

    assert [(one.rule, str(one.severity), str(one.span)) for one in result.diagnostics] == [
        ("unknown-template-reference", "warning", "a.vtl:2:9"),
        ("template-syntax-error", "error", "a.vtl:3:3"),
    ]


def test_a_clean_template_has_no_finding() -> None:
    assert judged("a.vtl", "$input.json('$') ${AWS::Region}").diagnostics == []


def test_findings_are_shown_with_the_line_of_the_template(specforge: Specforge) -> None:
    specforge.put("a.vtl", "hi\n$input.bodi\n")
    specforge.put("b.vtl", "hi")

    result = specforge("vtl", "lint", "a.vtl", "b.vtl")

    assert result.code == 1
    assert result.out.splitlines() == [
        "warning[unknown-template-reference]: $input has no bodi; did you mean body?",
        "  --> a.vtl:2:1", "   |", " 2 | $input.bodi", "   | ^^^^^^^^^^^",
        "   = explain: specforge explain unknown-template-reference", "",
        "a.vtl: 1 warning", "b.vtl: no findings", "1 warning in 2 documents",
    ]  # fmt: skip


def test_findings_are_printed_for_machines(specforge: Specforge) -> None:
    specforge.put("a.vtl", "#end")

    assert "file=a.vtl,line=1," in specforge("vtl", "lint", "a.vtl", "--format", "github").out
    found = json.loads(specforge("vtl", "lint", "a.vtl", "--format", "json").out)
    assert "template-syntax-error" in json.dumps(found)


@pytest.mark.parametrize("hostile", ["$" * 99, "#if(" * 5000, "\x00\x1b[31m#end", "#foreach($x in [" * 500, "\ufeff#"])
def test_hostile_templates_are_findings(specforge: Specforge, hostile: str) -> None:
    specforge.put("a.vtl", hostile)

    result = specforge("vtl", "lint", "a.vtl")

    assert (result.code, "\x1b" in result.out, result.err) == (1, False, "")


def test_what_cannot_be_read_is_said(specforge: Specforge) -> None:
    result = specforge("vtl", "lint", "none.vtl")

    assert (result.code, result.err) == (2, "specforge: none.vtl cannot be read: No such file or directory\n")
