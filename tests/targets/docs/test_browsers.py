from __future__ import annotations

import pytest

from specforge.targets.docs.browsers import browsers
from tests.lower.documents import api_of

PREFLIGHT = """
paths:
  /a:
    options:
      responses: {}
      x-amazon-apigateway-integration:
        type: mock
        responses:
          default:
            statusCode: "200"
            responseParameters: {method.response.header.Access-Control-Allow-Origin: "'https://shop.example'"}
"""


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("x-amazon-apigateway-cors: {allowOrigins: ['*']}", "Any web page may call"),
        ("x-amazon-apigateway-cors: {allowOrigins: ['https://a.example']}", "`https://a.example`."),
        (PREFLIGHT, "`https://shop.example`."),
    ],
)
def test_the_origins_of_web_pages_are_told(document: str, words: str) -> None:
    assert words in browsers(api_of(document))


def test_nothing_is_said_of_browsers_when_the_document_says_nothing() -> None:
    assert browsers(api_of("paths: {}")) == ""
