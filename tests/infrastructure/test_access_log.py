from __future__ import annotations

import json

import pytest

from specforge.infrastructure.access_log import access_log_format
from specforge.ir import Kind


@pytest.mark.parametrize("kind", [Kind.REST, Kind.HTTP])
@pytest.mark.parametrize("name", ["json", "clf", "csv", "xml"])
def test_every_format_stands_on_one_line_and_holds_the_id_of_the_request(name: str, kind: Kind) -> None:
    found = access_log_format(name, kind)

    assert "\n" not in found
    assert "$context.requestId" in found


def test_the_json_format_is_an_object() -> None:
    assert json.loads(access_log_format("json", Kind.HTTP))["routeKey"] == "$context.routeKey"


def test_any_other_text_is_a_format() -> None:
    assert access_log_format("$context.requestId", Kind.REST) == "$context.requestId"
