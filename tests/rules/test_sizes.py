"""Whether a text can be too long for a limit."""

from __future__ import annotations

from pathlib import Path

import pytest

from specforge.limits import Limit
from specforge.rules.sizes import may_exceed
from tests.judged import judge
from tests.lower.documents import document

HEAD = "openapi: 3.0.1\npaths: {}\nx-note: "


@pytest.mark.parametrize(("length", "may"), [(250, False), (251, True)])
def test_a_text_may_exceed_what_a_quarter_of_it_can_reach(length: int, *, may: bool) -> None:
    text = HEAD + "x" * (length - len(HEAD) - 1) + "\n"

    assert may_exceed(document(text), Limit(1_000, "bytes", "")) is may


def test_what_other_files_hold_is_not_known_from_the_length_of_one(tmp_path: Path) -> None:
    api = judge(tmp_path, "paths: {/a: {$ref: 'a.yaml'}}\n", select=("auth",), a="get: {responses: {}}\n")

    assert may_exceed(api.document, Limit(1_000_000, "bytes", "")) is True
