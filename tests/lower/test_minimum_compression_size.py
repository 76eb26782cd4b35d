from __future__ import annotations

from specforge.ir import Deferred
from tests.lower.documents import api_of


def test_it_is_a_number_or_an_expression() -> None:
    assert api_of("x-amazon-apigateway-minimum-compression-size: 0").minimum_compression_size == 0
    found = api_of("x-amazon-apigateway-minimum-compression-size: !Ref Size").minimum_compression_size
    assert isinstance(found, Deferred)


def test_anything_else_is_none() -> None:
    assert api_of("x-amazon-apigateway-minimum-compression-size: much").minimum_compression_size is None
    assert api_of("x-amazon-apigateway-minimum-compression-size: true").minimum_compression_size is None
