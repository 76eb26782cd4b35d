"""What a `cors:` setting allows."""

from __future__ import annotations

from pathlib import Path

import pytest

from specforge.expand.cors_headers import Allowed, allowed_by, called_verbs, sent_headers
from specforge.ir import Api, CorsPolicy
from tests.expand.apis import with_cors
from tests.lower.documents import lowered

SCHEMES = """
components:
  securitySchemes:
    key: {type: apiKey, name: x-api-key, in: header}
    query: {type: apiKey, name: token, in: query}
    iam: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4}
    bearer: {type: http, scheme: bearer}
"""


def policy_of(folder: Path, cors: str) -> tuple[Api, CorsPolicy]:
    api = lowered(f"openapi: 3.0.1\n{SCHEMES}", with_cors(folder, cors))
    assert api.deployment is not None
    assert api.deployment.cors is not None
    return api, api.deployment.cors


def allowed(folder: Path, cors: str) -> Allowed:
    return allowed_by(policy_of(folder, cors)[1])


@pytest.mark.parametrize(
    ("cors", "headers"),
    [
        ("{origins: ['*']}", {"Access-Control-Allow-Origin": "*"}),
        ("{origins: ['*', 'https://a.example.com'], credentials: true}", {"Access-Control-Allow-Origin": "*"}),
        (
            "{origins: ['http://localhost:5173'], credentials: true, expose-headers: [A, B]}",
            {
                "Access-Control-Allow-Origin": "http://localhost:5173",
                "Access-Control-Allow-Credentials": "true",
                "Access-Control-Expose-Headers": "A,B",
            },
        ),
        (
            "{origins: ['https://a.example.com', 'https://b.example.com']}",
            {"Access-Control-Allow-Origin": "https://a.example.com", "Vary": "Origin"},
        ),
    ],
)
def test_an_answer_names_one_origin(cors: str, headers: dict[str, str], tmp_path: Path) -> None:
    assert dict(allowed(tmp_path, cors).answer_headers) == headers


@pytest.mark.parametrize(
    "origin", ["https://a.example.com/", "a.example.com", "https://a.example.com'", "https://a b", "null"]
)
def test_what_is_no_origin_allows_nothing(origin: str, tmp_path: Path) -> None:
    assert allowed(tmp_path, f'{{origins: ["{origin}"]}}').origins == ()


def test_any_stands_for_every_method() -> None:
    api = lowered("openapi: 3.0.1\npaths: {/a: {put: {}, get: {}}, /b: {x-amazon-apigateway-any-method: {}}}")

    assert called_verbs(api.operations[:2]) == ("GET", "PUT")
    assert called_verbs(api.operations) == ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT")


@pytest.mark.parametrize(
    ("operation", "configured", "headers"),
    [
        ("summary: a", "", ("Content-Type",)),
        ("requestBody: {}, parameters: [{name: X-A, in: header}]", "", ("Content-Type", "X-A")),
        ("requestBody: {}, parameters: [{name: X-A, in: header}]", ", headers: [X-B]", ("X-B",)),
        ("security: [{key: []}]", ", headers: [X-B]", ("X-B", "x-api-key")),
        ("security: [{key: []}]", ", headers: [X-API-Key]", ("X-API-Key",)),
        ("security: [{query: []}]", "", ("Content-Type",)),
        ("security: [{bearer: []}]", "", ("Authorization",)),
        ("security: [{iam: []}]", "", ("Authorization", "X-Amz-Date", "X-Amz-Security-Token")),
        ("x-amazon-apigateway-auth: {type: AWS_IAM}", "", ("Authorization", "X-Amz-Date", "X-Amz-Security-Token")),
    ],
)
def test_calls_may_carry_what_they_need(
    operation: str, configured: str, headers: tuple[str, ...], tmp_path: Path
) -> None:
    _, policy = policy_of(tmp_path, f"{{origins: ['*']{configured}}}")
    api = lowered(f"openapi: 3.0.1\npaths: {{/a: {{post: {{{operation}}}}}}}\n{SCHEMES}")

    assert sent_headers(api.operations, api, policy) == headers
