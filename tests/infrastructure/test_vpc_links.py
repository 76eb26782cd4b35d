from __future__ import annotations

import pytest

from tests.infrastructure.apis import a_service_api, findings_of, planned

LINK = "vpc-links: {stock: {targets: [t], subnets: [s]}}"
PROXY = """\
type: http_proxy
httpMethod: GET
uri: http://stock.example.com
connectionType: VPC_LINK
connectionId: %s
"""


@pytest.mark.parametrize(
    "connection", ["stock", "${stock_vpc_link_id}", "${stageVariables.stockLink}", "!Ref StockLink"]
)
def test_an_integration_goes_through_the_link_that_it_names(connection: str) -> None:
    assert findings_of(a_service_api(PROXY % connection, LINK)) == []


def test_a_link_that_nothing_goes_through_is_reported() -> None:
    assert [rule for rule, _ in findings_of(a_service_api(PROXY % "other", LINK))] == ["deployed-vpc-link-unused"]


@pytest.mark.parametrize(("kind", "found"), [("rest", (1, 0)), ("http", (0, 1))])
def test_a_link_has_what_its_kind_of_api_takes(kind: str, found: tuple[int, int]) -> None:
    (link,) = planned(a_service_api(PROXY % "stock", LINK, kind=kind)).vpc_links

    assert (len(link.targets), len(link.subnets)) == found
