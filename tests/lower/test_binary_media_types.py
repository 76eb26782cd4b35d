from __future__ import annotations

from tests.lower.documents import api_of


def test_media_types_are_read() -> None:
    api = api_of("x-amazon-apigateway-binary-media-types: [image/png, !Ref Type, {a: 1}]")

    assert [str(media_type) for media_type in api.binary_media_types] == ["image/png", "${Type}"]
