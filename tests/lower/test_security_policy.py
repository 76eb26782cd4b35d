from __future__ import annotations

from specforge.ir import Text
from tests.lower.documents import api_of


def test_it_is_read_from_the_root() -> None:
    assert api_of("x-amazon-apigateway-security-policy: TLS_1_2").security_policy == Text(("TLS_1_2",))
    assert api_of("paths: {}").security_policy is None


def test_what_is_no_text_is_none() -> None:
    assert api_of("x-amazon-apigateway-security-policy: [TLS_1_2]").security_policy is None
