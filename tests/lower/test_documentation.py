from __future__ import annotations

from tests.lower.documents import api_of


def test_parts_are_read() -> None:
    documentation = api_of(
        """
        x-amazon-apigateway-documentation:
          version: 1.0
          documentationParts:
            - location: {type: RESPONSE, method: GET, path: /a, statusCode: 200}
              properties: {description: Fine}
            - broken
            - {location: x}
        """
    ).documentation

    assert documentation is not None
    assert documentation.version == "1.0"
    first, second = documentation.parts
    assert first.location == {"type": "RESPONSE", "method": "GET", "path": "/a", "statusCode": "200"}
    assert first.properties == {"description": "Fine"}
    assert (second.location, second.properties) == ({}, {})


def test_without_it_there_is_none() -> None:
    assert api_of("paths: {}").documentation is None
