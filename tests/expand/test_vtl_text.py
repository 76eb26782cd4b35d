"""Text that a template prints as it is."""

from __future__ import annotations

import json

import pytest

from specforge.expand.vtl_text import printed, printed_json
from specforge.ir import Deferred, Text
from specforge.vtl.evaluate import compile_

TEXTS = ["", "plain", "a $ b", "#set($x = 1)", r"a \$b \\#c", "$!{x}", "100 % #", "##c", "#*c*#", "#[[x]]#"]


@pytest.mark.parametrize("text", [*TEXTS, "ends in \\", "$$#\\\"'"])
def test_a_template_prints_the_text_as_it_is(text: str) -> None:
    rendering = compile_(str(printed(Text((text,))))).render()

    assert (rendering.output, rendering.errors) == (text, ())


def test_expressions_of_the_deployment_stay() -> None:
    account = Deferred("aws", "AWS::AccountId", "${AWS::AccountId}")

    assert printed(Text(("id ", account))) == Text(("id ", account))


def test_json_keeps_its_meaning_without_a_mark_of_velocity() -> None:
    template = printed_json({"price $": ["#1", "é", "\\$"]})

    assert compile_(template).render().output == template
    assert json.loads(template) == {"price $": ["#1", "é", "\\$"]}
