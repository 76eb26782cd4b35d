"""What the second judge says is said once."""

from __future__ import annotations

import pytest

from specforge.diagnostics import Finding, RuleId
from specforge.rules.second_opinions import JUDGE, OF_OPENAPI, said_once
from tests.lower.documents import document

TEXT = "openapi: 3.0.1\npaths: {/a: {get: {summary: 1, description: 2}}, /ab: {}}\n"
VIOLATION = "tolerated-openapi-violation"


def finding(rule: str, *keys: str) -> Finding:
    return Finding(rule=RuleId(rule), message="m", origin=document(TEXT).root.at(*keys))


@pytest.mark.parametrize(
    ("told", "opinion", "kept"),
    [
        (("paths", "/a", "get", "summary"), ("paths", "/a", "get", "summary"), False),
        (("paths", "/a", "get", "summary"), ("paths", "/a", "get"), False),
        (("paths", "/a", "get"), ("paths", "/a", "get", "summary"), True),
        (("paths", "/ab"), ("paths", "/a"), True),
        (("paths", "/a", "get", "summary"), (), True),
    ],
)
def test_an_opinion_on_what_holds_a_finding_is_left_out(
    told: tuple[str, ...], opinion: tuple[str, ...], *, kept: bool
) -> None:
    found = [finding(JUDGE, *opinion), finding(VIOLATION, *told)]

    assert [one.rule for one in said_once(found)] == ([JUDGE, VIOLATION] if kept else [VIOLATION])


def test_findings_about_aws_do_not_stand_in_for_an_opinion() -> None:
    found = [finding(JUDGE, "paths"), finding("path-with-trailing-slash", "paths")]

    assert list(said_once(found)) == found
    assert "path-with-trailing-slash" not in OF_OPENAPI
