"""What statements of a resource policy say."""

from __future__ import annotations

from pathlib import Path

import pytest

from specforge.ir import Policy
from specforge.rules.policies import condition_keys, has_condition_key, is_everyone
from tests.judged import judge

HEAD = "x-amazon-apigateway-policy:\n  Statement:\n    - Effect: Allow\n"


def policy(folder: Path, condition: str) -> Policy:
    """Returns a policy of one statement with a condition."""
    found = judge(folder, f"{HEAD}      Condition: {condition}\npaths: {{}}\n", select=("policy",)).api.policy
    assert found is not None
    return found


@pytest.mark.parametrize("principal", ["*", ["*"], {"AWS": "*"}, {"AWS": ["123456789012", "*"]}])
def test_everyone_is_spelled_in_four_ways(principal: object) -> None:
    assert is_everyone(principal)  # type: ignore[arg-type]  # data of a document


@pytest.mark.parametrize("principal", [None, "123456789012", {"AWS": "123456789012"}, {"Service": "*"}, ["a"]])
def test_others_are_not_everyone(principal: object) -> None:
    assert not is_everyone(principal)  # type: ignore[arg-type]  # data of a document


def test_condition_keys_are_compared_without_case_and_have_places(tmp_path: Path) -> None:
    statement = policy(tmp_path, "{StringEquals: {aws:sourceVpce: x}, Bool: 1}").statements[0]

    assert [(key, origin.path()) for key, origin in condition_keys(statement)] == [
        ("aws:sourcevpce", "/x-amazon-apigateway-policy/Statement/0/Condition/StringEquals/aws:sourceVpce")
    ]


@pytest.mark.parametrize(
    ("condition", "answer"),
    [
        ("{StringEquals: {AWS:SourceVpce: x}}", True),
        ("{StringEquals: {aws:SourceIp: x}}", False),
        ("!Ref Condition", True),
        ("null", False),
    ],
)
def test_a_condition_that_the_deployment_decides_may_test_any_key(tmp_path: Path, condition: str, answer: bool) -> None:
    assert has_condition_key(policy(tmp_path, condition), "aws:sourcevpce") is answer
