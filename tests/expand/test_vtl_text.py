"""Text that a template prints as it is."""

from __future__ import annotations

import pytest

from specforge.expand.vtl_text import printed, printed_json
from specforge.ir import Deferred, Text


@pytest.mark.parametrize(
    "text", ["", "plain", "a $ b", "#set($x = 1)", r"a \$b \\#c", "$!{x}", "100 % #", "ends in \\"]
)
def test_what_is_left_to_velocity_are_the_marks_that_it_made_itself(text: str) -> None:
    template = str(printed(Text((text,))))
    bare = template.replace("${dollar}", "$").replace("${hash}", "#").replace("${backslash}", "\\")

    assert bare.endswith(text)
    assert bare.removesuffix(text).count("$util.urlDecode(") == len(
        {mark for mark in "$#\\" if "${" + {"$": "dollar", "#": "hash", "\\": "backslash"}[mark] + "}" in template}
    )


def test_expressions_of_the_deployment_stay() -> None:
    account = Deferred("aws", "AWS::AccountId", "${AWS::AccountId}")

    assert printed(Text(("id ", account))) == Text(("id ", account))


def test_json_keeps_its_meaning_without_a_mark_of_velocity() -> None:
    assert printed_json({"price $": ["#1", "é"]}) == r'{"price \u0024": ["\u00231", "é"]}'
