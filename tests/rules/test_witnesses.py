"""Several operations in one finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from specforge.ir import Api
from specforge.rules.witnesses import first_and_more, notes_on
from tests.judged import judge

BODY = "paths: {/a: {get: {}, put: {}, post: {}, patch: {}}}\n"


@pytest.fixture
def api(tmp_path: Path) -> Api:
    return judge(tmp_path, BODY, select=("auth",)).api


@pytest.mark.parametrize(("count", "words"), [(1, "GET /a"), (2, "GET /a and 1 more"), (4, "GET /a and 3 more")])
def test_the_first_operation_is_named_and_the_others_are_counted(api: Api, count: int, words: str) -> None:
    assert first_and_more(api.operations[:count]) == words


def test_at_most_three_operations_get_a_note_at_their_place(api: Api) -> None:
    notes = notes_on(api.operations, "waits")

    assert [note.text for note in notes] == ["GET /a waits", "PUT /a waits", "POST /a waits"]
    assert [note.origin for note in notes if note.origin is not None][2].path() == "/paths/~1a/post"
