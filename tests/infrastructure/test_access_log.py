from __future__ import annotations

import json
import re

import pytest

from specforge.infrastructure.access_log import access_log_format, status_pattern
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


@pytest.mark.parametrize("kind", [Kind.REST, Kind.HTTP])
def test_the_status_is_found_in_a_line_of_clf(kind: Kind) -> None:
    pattern = status_pattern("clf", kind)
    assert pattern is not None
    fields = [name.strip() for name in pattern.strip("[]").split(",")]

    line = access_log_format("clf", kind)
    words = re.findall(r'"[^"]*"|\[[^\]]*\]|\S+', line)

    assert words[fields.index("status={status}")] == "$context.status"


def test_a_format_of_ones_own_shows_no_status() -> None:
    assert status_pattern("$context.requestId $context.status", Kind.REST) is None
