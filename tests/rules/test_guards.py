"""What of an operation's security API Gateway checks."""

from __future__ import annotations

from pathlib import Path

import pytest

from specforge.ir import Api
from specforge.rules.guards import authorizers_of, schemes_in_use, schemes_of
from tests.judged import judge

BODY = """
security: [{inherited: []}]
paths:
  /a:
    get: {security: [{iam: [], key: []}, {pool: []}, {unknown: []}], responses: {}}
    put: {security: [], responses: {}}
    post: {responses: {}}
components:
  securitySchemes:
    inherited: {type: http, scheme: bearer}
    iam: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4}
    key: {type: apiKey, name: x-api-key, in: header}
    pool: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authorizer: {type: cognito_user_pools}}
    idle: {type: apiKey, name: x-api-key, in: header}
"""


@pytest.fixture
def api(tmp_path: Path) -> Api:
    return judge(tmp_path, BODY, select=("auth",)).api


@pytest.mark.parametrize(("index", "names"), [(0, ["iam", "key", "pool"]), (1, []), (2, ["inherited"])])
def test_the_schemes_of_an_operation_are_those_that_apply_and_exist(api: Api, index: int, names: list[str]) -> None:
    assert list(schemes_of(api.operations[index], api)) == names


@pytest.mark.parametrize(("index", "names"), [(0, ["iam", "pool"]), (1, []), (2, [])])
def test_an_api_key_is_no_authorizer_and_iam_is_one(api: Api, index: int, names: list[str]) -> None:
    assert list(authorizers_of(api.operations[index], api)) == names


def test_a_scheme_is_in_use_when_an_operation_names_it_by_itself_or_by_the_root(api: Api) -> None:
    assert schemes_in_use(api) == {"iam", "key", "pool", "unknown", "inherited"}
