from __future__ import annotations

from specforge.ir import Text
from tests.lower.documents import api_of

HERE = "x-amazon-apigateway-endpoint-configuration: {disableExecuteApiEndpoint: true, vpcEndpointIds: [vpce-1]}"


def test_it_stands_at_the_root_of_2() -> None:
    endpoint = api_of(HERE, "swagger: '2.0'").endpoint

    assert endpoint is not None
    assert endpoint.disable_execute_api_endpoint is True
    assert endpoint.vpc_endpoint_ids == (Text(("vpce-1",)),)


def test_it_stands_in_a_server_of_3() -> None:
    endpoint = api_of(f"servers:\n  - {{url: /}}\n  - url: /b\n    {HERE}").endpoint

    assert endpoint is not None
    assert endpoint.origin.path() == "/servers/1/x-amazon-apigateway-endpoint-configuration"


def test_at_the_root_of_3_it_is_not_read() -> None:
    assert api_of(HERE).endpoint is None
