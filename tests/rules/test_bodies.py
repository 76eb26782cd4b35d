"""Request bodies that have a meaning."""

from __future__ import annotations

from pathlib import Path

from specforge.rules.bodies import may_have_body
from tests.judged import judge


def test_a_body_has_no_meaning_in_get_head_and_delete(tmp_path: Path) -> None:
    api = judge(tmp_path, "paths: {/a: {get: {}, head: {}, delete: {}, post: {}, put: {}, patch: {}}}\n").api

    assert {one.method for one in api.operations if may_have_body(one)} == {"POST", "PUT", "PATCH"}
