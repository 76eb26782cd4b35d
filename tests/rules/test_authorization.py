"""Calls have to be signed where the extension or a scheme says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from specforge.rules.authorization import asks_for_iam
from tests.judged import judge

BODY = """
paths:
  /a:
    get: {security: [{iam: []}], responses: {}}
    put: {x-amazon-apigateway-auth: {type: AWS_IAM}, responses: {}}
    post: {security: [{key: []}, {unknown: []}], responses: {}}
    head: {x-amazon-apigateway-auth: {type: NONE}, responses: {}}
components:
  securitySchemes:
    iam: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4}
    key: {type: apiKey, name: x-api-key, in: header}
"""


@pytest.mark.parametrize(("index", "answer"), [(0, True), (1, True), (2, False), (3, False)])
def test_calls_are_signed_where_the_document_asks_for_it(tmp_path: Path, index: int, answer: bool) -> None:
    api = judge(tmp_path, BODY, select=("auth",)).api

    assert asks_for_iam(api.operations[index], api) is answer
