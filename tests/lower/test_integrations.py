from __future__ import annotations

from specforge.ir import HttpProxy, Invalid
from tests.lower.documents import api_of


def test_shared_integrations_are_lowered_used_or_not() -> None:
    api = api_of(
        """
        components:
          x-amazon-apigateway-integrations:
            one: {type: http_proxy}
            two: {type: nothing}
        """
    )
    one, two = api.shared_integrations

    assert (one.name, two.name) == ("one", "two")
    assert isinstance(one.integration, HttpProxy)
    assert one.integration.shared_name == "one"
    assert isinstance(two.integration, Invalid)
