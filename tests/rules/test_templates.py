"""Mapping templates are judged at their places."""

from __future__ import annotations

from pathlib import Path

import pytest

from specforge.diagnostics import Inside
from specforge.ir import Mock
from specforge.rules.templates import template_problems
from tests.judged import judge


def problems(folder: Path, template: str) -> list[tuple[str, int]]:
    body = f"""
paths:
  /a:
    get:
      responses: {{}}
      x-amazon-apigateway-integration: {{type: mock, requestTemplates: {{application/json: {template}}}}}
"""
    integration = judge(folder, body, select=("cors",)).api.operations[0].integration
    assert isinstance(integration, Mock)
    found = template_problems(integration.request_templates[0])
    return [(str(at.value), at.start) for _, at in found if isinstance(at, Inside)]


def test_a_sound_template_has_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, "'#set($a = 1)$a'") == []


@pytest.mark.parametrize("template", ["'ab #if($x)'", "{'Fn::Sub': 'ab #if($x)'}", "{'Fn::Sub': ['ab #if($x)', {}]}"])
def test_a_problem_stands_in_the_text_also_inside_sub(template: str, tmp_path: Path) -> None:
    (text, start), *_ = problems(tmp_path, template)

    assert text == "ab #if($x)"
    assert start >= 3


def test_what_cloudformation_fills_in_is_no_velocity(tmp_path: Path) -> None:
    assert problems(tmp_path, "{'Fn::Sub': '${AWS::Region}'}") == []


def test_a_template_that_another_expression_builds_is_not_judged(tmp_path: Path) -> None:
    assert problems(tmp_path, "{Ref: Template}") == []
