from __future__ import annotations

import pytest

from specforge.ir import Iam
from tests.lower.documents import operation_of


@pytest.mark.parametrize("spelling", ["AWS_IAM", "aws_iam"])
def test_iam_is_found_in_any_case(spelling: str) -> None:
    operation = operation_of(f"x-amazon-apigateway-auth: {{type: {spelling}}}")

    assert isinstance(operation.auth, Iam)
    assert operation.auth_declared


def test_none_is_declared_and_means_nothing() -> None:
    operation = operation_of("x-amazon-apigateway-auth: {type: NONE}")

    assert operation.auth is None
    assert operation.auth_declared


def test_without_it_nothing_is_declared() -> None:
    assert not operation_of("responses: {}").auth_declared
