from __future__ import annotations

import json
from typing import Any

from specforge.diagnostics import Finding, Report
from specforge.ir import Api, Kind
from specforge.targets.openapi_public.target import TARGET, Options, emit
from specforge.verify import verify
from tests.importdoc.parts import read, told

DOCUMENT = """
openapi: 3.0.1
info: {title: orders, version: '1', description: 'Made with ${love} and "quotes"'}
tags: [{name: orders}, {name: preflight}]
x-amazon-apigateway-policy: {Statement: []}
x-amazon-apigateway-gateway-responses: {DEFAULT_4XX: {statusCode: '400'}}
paths:
  /orders:
    get:
      tags: [orders]
      operationId: list
      description: Reads s3://orders-bucket/a of account 123456789012 by https://backend.example.org/orders.
      x-team: payments
      x-specforge-allow: {some-rule: reason}
      security: [{customer: []}]
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration:
        type: aws
        httpMethod: GET
        uri: arn:aws:apigateway:eu-west-1:s3:path/orders-bucket/a
        credentials: arn:aws:iam::123456789012:role/reader
    post:
      tags: [orders]
      responses: {'200': {description: 'see arn:aws:s3:::orders-bucket'}}
      x-amazon-apigateway-integration: {type: http_proxy, httpMethod: POST, uri: 'https://backend.example.org/orders'}
    options:
      tags: [preflight]
      responses: {'200': {description: ok}}
      x-amazon-apigateway-integration: {type: mock}
components:
  securitySchemes:
    customer:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: cognito_user_pools
      x-amazon-apigateway-authorizer:
        type: cognito_user_pools
        providerARNs: [arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc]
"""


def emitted(api: Api, **options: Any) -> tuple[Any, list[Finding]]:
    report = Report()
    (file,) = files = list(emit(api, Options(**options), report))
    verify(files)
    assert str(file.path) == "openapi-public.json"
    return json.loads(file.content), report.take()


def test_callers_see_the_api_and_nothing_behind_it() -> None:
    document, findings = emitted(read(DOCUMENT))

    assert document == {
        "openapi": "3.0.1",
        "info": {"title": "orders", "version": "1", "description": 'Made with ${love} and "quotes"'},
        "tags": [{"name": "orders"}],
        "paths": {
            "/orders": {
                "get": {
                    "tags": ["orders"],
                    "description": "Reads …/a of account … by https://…/orders.",
                    "operationId": "list",
                    "responses": {"200": {"description": "ok"}},
                    "security": [{"customer": []}],
                },
                "post": {"tags": ["orders"], "responses": {"200": {"description": "see …"}}},
            }
        },
        "components": {
            "securitySchemes": {"customer": {"type": "apiKey", "name": "Authorization", "in": "header"}},
        },
    }
    assert "#/paths/~1orders/get/description" in told(findings, "arn-in-public-text")
    assert "lacks x-team" in told(findings, "left-out-of-public-document")


def test_extensions_may_be_kept() -> None:
    document, findings = emitted(read(DOCUMENT), extensions=("x-te*",))

    assert document["paths"]["/orders"]["get"]["x-team"] == "payments"
    assert [finding.rule for finding in findings] == ["arn-in-public-text"]


def test_target_is_for_every_kind_of_api() -> None:
    assert (TARGET.name, TARGET.gateway, TARGET.kinds) == ("openapi-public", False, (Kind.REST, Kind.HTTP, Kind.PLAIN))
