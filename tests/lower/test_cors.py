from __future__ import annotations

from specforge.ir import Deferred
from tests.lower.documents import api_of


def test_cors_of_an_http_api() -> None:
    cors = api_of(
        """
        x-amazon-apigateway-cors:
          allowOrigins: ["https://a.example", !Ref Origin]
          allowMethods: GET
          allowHeaders: ["*"]
          exposeHeaders: [x]
          maxAge: 10
          allowCredentials: !Ref Credentials
        """
    ).cors

    assert cors is not None
    assert [str(origin) for origin in cors.allow_origins] == ["https://a.example", "${Origin}"]
    assert [str(method) for method in cors.allow_methods] == ["GET"]
    assert cors.max_age_s == 10
    assert isinstance(cors.allow_credentials, Deferred)


def test_without_it_there_is_none() -> None:
    assert api_of("paths: {}").cors is None
    assert api_of("x-amazon-apigateway-cors: true").cors is None
