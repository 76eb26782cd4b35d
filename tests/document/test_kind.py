from __future__ import annotations

import pytest

from specforge.document import infer_kind
from tests.lower.documents import document

PROXY = "type: aws_proxy, uri: x"


def get(extension: str) -> str:
    return f"paths: {{/a: {{get: {{{extension}}}}}}}"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        pytest.param("paths: {}", "plain", id="nothing of AWS"),
        pytest.param("x-amazon-apigateway-policy: {}", "rest", id="a policy"),
        pytest.param("x-amazon-apigateway-cors: {}", "http", id="cors"),
        pytest.param("x-amazon-apigateway-cors: {}\nx-amazon-apigateway-policy: {}", "rest", id="both"),
        pytest.param(get(f"x-amazon-apigateway-integration: {{{PROXY}}}"), "rest", id="either"),
        pytest.param(get("x-amazon-apigateway-integration: {type: MOCK}"), "rest", id="mock"),
        pytest.param(
            get(f"x-amazon-apigateway-integration: {{{PROXY}, payloadFormatVersion: 2.0}}"), "http", id="payload format"
        ),
        pytest.param(get("x-amazon-apigateway-request-validator: v"), "rest", id="validator"),
        pytest.param(get("x-specforge-integration: {lambda: f}"), "rest", id="a short form"),
        pytest.param("components: {x-amazon-apigateway-integrations: {}}", "http", id="shared integrations"),
        pytest.param(
            "components: {securitySchemes: {s: {x-amazon-apigateway-authorizer: {type: JWT}}}}", "http", id="jwt"
        ),
        pytest.param(
            "components: {securitySchemes: {s: {x-amazon-apigateway-authorizer: {type: token}}}}", "rest", id="token"
        ),
        pytest.param(
            "x-amazon-apigateway-importexport-version: '1.0'\n"
            "components: {securitySchemes: {s: {x-amazon-apigateway-authorizer: "
            "{type: request, identitySource: method.request.header.A}}}}",
            "rest",
            id="an identity source of REST",
        ),
        pytest.param(
            'paths: {/a: {"Fn::If": [C, {get: {x-amazon-apigateway-integration: {type: mock}}}, {}]}}',
            "rest",
            id="behind a condition",
        ),
        pytest.param(
            'paths: {/a: {$ref: "#/x-a"}}\nx-a: {get: {x-amazon-apigateway-integration: {type: aws}}}',
            "rest",
            id="behind a reference",
        ),
        pytest.param("x-amazon-apigateway-globals: {}", "rest", id="anything else of AWS"),
    ],
)
def test_the_kind_is_what_only_one_kind_has(body: str, kind: str) -> None:
    assert infer_kind(document(f"openapi: 3.0.1\n{body}")) == kind


def test_openapi_2_with_aws_is_rest() -> None:
    text = get(f"x-amazon-apigateway-integration: {{{PROXY}, payloadFormatVersion: 1.0}}")

    assert infer_kind(document("swagger: '2.0'\n" + text)) == "rest"


def test_the_template_around_a_body_says_it_outright() -> None:
    found = document(
        """
        Resources:
          Api:
            Type: AWS::Serverless::HttpApi
            Properties: {DefinitionBody: {openapi: 3.0.1, x-amazon-apigateway-policy: {}}}
        """
    )

    assert infer_kind(found) == "http"
