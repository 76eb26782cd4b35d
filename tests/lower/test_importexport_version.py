from __future__ import annotations

from specforge.ir import Text
from tests.lower.documents import api_of


def test_it_is_read_from_the_root() -> None:
    assert api_of("x-amazon-apigateway-importexport-version: 1.0").importexport_version == Text(("1.0",))
    assert api_of("paths: {}").importexport_version is None


def test_what_is_no_text_is_none() -> None:
    assert api_of("x-amazon-apigateway-importexport-version: [1.0]").importexport_version is None
