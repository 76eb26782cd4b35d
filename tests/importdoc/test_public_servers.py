from __future__ import annotations

from typing import Any

import pytest

from specforge.importdoc.public_servers import public_servers
from specforge.ir import Api, Deployment, Domain, Endpoint, Server, Stage, Text
from tests.importdoc.parts import HERE, an_api

STAGES = (Stage(name="prod", origin=HERE), Stage(name="$default", origin=HERE))
DOMAIN = Domain(name=Text(("api.example.com",)), base_path="v1", origin=HERE)


def deployed(*servers: str, **deployment: Any) -> Api:
    return an_api(
        servers=tuple(Server(url=url, origin=HERE) for url in servers),
        deployment=Deployment(region="eu-west-1", stages=STAGES, origin=HERE, **deployment),
    )


def urls(api: Api) -> list[str]:
    return [server.url for server in public_servers(api)]


def test_the_custom_domain_comes_first() -> None:
    assert urls(deployed("https://a.example.com", domain=DOMAIN)) == ["https://api.example.com/v1"]


def test_else_the_servers_of_the_document() -> None:
    hidden = ("https://${host}/a", "https://a-vpce-0123456789abcdef0.execute-api.eu-west-1.amazonaws.com/prod")

    assert urls(deployed("https://a.example.com", *hidden)) == ["https://a.example.com"]


def test_else_the_stages() -> None:
    assert urls(deployed()) == [
        "https://{apiId}.execute-api.eu-west-1.amazonaws.com/prod",
        "https://{apiId}.execute-api.eu-west-1.amazonaws.com",
    ]
    assert public_servers(deployed())[0].variables == {"apiId": "api-id"}


@pytest.mark.parametrize(
    "endpoint", [Endpoint(type="private", origin=HERE), Endpoint(disable_default=True, origin=HERE)]
)
def test_stages_that_the_public_cannot_reach_are_none(endpoint: Endpoint) -> None:
    assert urls(deployed(endpoint=endpoint)) == []


def test_nothing_known_is_nothing_said() -> None:
    assert public_servers(an_api()) == ()
