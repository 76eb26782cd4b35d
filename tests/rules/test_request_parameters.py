"""Which parameter of a method a mapping expression reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from specforge.rules.request_parameters import find_undeclared
from specforge.source import Text
from tests.judged import judge

BODY = """
paths:
  /orders/{id}:
    get:
      parameters:
        - {name: status, in: query, schema: {type: string}}
        - {name: Accept, in: header, schema: {type: string}}
"""


@pytest.mark.parametrize(
    ("expression", "location"),
    [
        ("method.request.querystring.status", None),
        ("method.request.multivaluequerystring.status", None),
        ("method.request.querystring.Status", "query"),
        ("method.request.multivalueheader.Accept", None),
        ("method.request.multivalueheader.accept", "header"),
        ("method.request.header.status", "header"),
        ("method.request.path.id", None),
        ("method.request.path.number", "path"),
        ("method.request.body.id", None),
        ("context.requestId", None),
        ("'method.request.header.x'", None),
    ],
)
def test_a_parameter_is_declared_by_its_location_and_its_name_in_its_case(
    tmp_path: Path, expression: str, location: str | None
) -> None:
    (operation,) = judge(tmp_path, BODY, select=("auth",)).api.operations

    assert find_undeclared(Text((expression,)), operation) == location
    assert find_undeclared(Text(()), operation) is None
