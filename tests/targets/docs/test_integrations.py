from __future__ import annotations

import pytest

from specforge.targets.docs.integrations import behind
from tests.lower.documents import operation_of


@pytest.mark.parametrize(
    ("integration", "kind"),
    [
        ("{type: mock}", "Answered by API Gateway (mock)"),
        ("{type: http_proxy, httpMethod: GET, uri: 'https://a.example'}", "HTTP endpoint, proxy"),
        ("{type: aws, httpMethod: POST, uri: 'arn:aws:apigateway:r:dynamodb:action/GetItem'}", "AWS service dynamodb"),
    ],
)
def test_the_kind_is_told_in_words(integration: str, kind: str) -> None:
    found = behind(operation_of(f"x-amazon-apigateway-integration: {integration}"))

    assert found is not None
    assert found.kind == kind


def test_settings_and_templates_are_told() -> None:
    found = behind(
        operation_of("""
            x-amazon-apigateway-integration:
              type: http
              httpMethod: GET
              uri: https://a.example
              timeoutInMillis: 50
              requestParameters: {integration.request.header.X: "'1'"}
              requestTemplates: {application/json: "#set($x = 1)"}
              responses: {default: {statusCode: "200", responseTemplates: {text/plain: "out"}}}
        """)
    )

    assert found is not None
    assert dict(found.settings) == {
        "URI": "https://a.example",
        "Method": "GET",
        "Timeout (ms)": "50",
        "integration.request.header.X": "'1'",
    }
    assert [(each.title, each.text) for each in found.templates] == [
        ("Request, application/json", "#set($x = 1)"),
        ("Response default, text/plain", "out"),
    ]


def test_an_operation_without_integration_has_nothing_behind_it() -> None:
    assert behind(operation_of("summary: x")) is None
