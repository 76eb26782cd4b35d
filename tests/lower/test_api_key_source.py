from __future__ import annotations

from specforge.ir import Text
from tests.lower.documents import api_of


def test_it_is_read_from_the_root() -> None:
    assert api_of("x-amazon-apigateway-api-key-source: HEADER").api_key_source == Text(("HEADER",))
    assert api_of("paths: {}").api_key_source is None


def test_what_is_no_text_is_none() -> None:
    assert api_of("x-amazon-apigateway-api-key-source: [HEADER]").api_key_source is None
