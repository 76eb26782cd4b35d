from __future__ import annotations

from specforge.infrastructure import wired
from specforge.ir.integration import IntegrationSettings
from tests.infrastructure.apis import TABLE, a_service_api, planned
from tests.infrastructure.test_vpc_links import LINK, PROXY


def wired_integration(integration: str, deploy: str) -> IntegrationSettings:
    api = a_service_api(integration, deploy)
    (operation,) = wired(api, planned(api)).operations
    assert isinstance(operation.integration, IntegrationSettings)
    return operation.integration


def test_a_made_role_stands_for_the_credentials() -> None:
    credentials = wired_integration(TABLE, "roles: create").credentials

    assert credentials is not None
    assert [(part.tool, part.name) for part in credentials.deferred] == [("need", "table.arn")]


def test_a_made_link_stands_for_the_connection() -> None:
    connection = wired_integration(PROXY % "stock", LINK).connection.id

    assert connection is not None
    assert [(part.tool, part.name) for part in connection.deferred] == [("need", "stock.id")]


def test_what_is_not_made_stays_as_it_is() -> None:
    api = a_service_api(TABLE, "roles: given")

    assert wired(api, planned(api)) is api
