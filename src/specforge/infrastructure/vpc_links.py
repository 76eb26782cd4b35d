"""VPC links that the deployment creates, and the integrations that go through them."""

from __future__ import annotations

import re

from specforge.diagnostics import Report
from specforge.infrastructure.model import PlannedVpcLink
from specforge.ir import Api, Integration, Kind, VpcLink
from specforge.ir.integration import IntegrationSettings

_SUFFIX = re.compile(r"(vpc)?(link)?(id)?$")


def plan_vpc_links(api: Api, report: Report) -> tuple[PlannedVpcLink, ...]:
    """Returns the links to create; reports one that no integration goes through."""
    configured = api.deployment.vpc_links if api.deployment is not None else ()
    for link in configured:
        if not any(_goes_through(operation.integration, link.name) for operation in api.operations):
            message = f"no integration goes through the VPC link {link.name}, by its connectionId"
            report.add("deployed-vpc-link-unused", link.origin, message, on_key=True)
    return tuple(_planned(link, api.kind) for link in configured)


def find_vpc_link(integration: Integration | None, links: tuple[PlannedVpcLink, ...]) -> PlannedVpcLink | None:
    """Returns the created link that an integration names as its connectionId."""
    return next((link for link in links if _goes_through(integration, link.name)), None)


def _planned(link: VpcLink, kind: Kind) -> PlannedVpcLink:
    is_rest = kind is Kind.REST
    return PlannedVpcLink(
        name=link.name,
        targets=link.targets if is_rest else (),
        subnets=() if is_rest else link.subnets,
        security_groups=() if is_rest else link.security_groups,
        origin=link.origin,
    )


def _goes_through(integration: Integration | None, name: str) -> bool:
    connection = integration.connection.id if isinstance(integration, IntegrationSettings) else None
    if connection is None:
        return False
    return connection.literal == name or any(_plain(part.name) == _plain(name) for part in connection.deferred)


def _plain(name: str) -> str:
    """Returns a name for comparison: `printer_link_id`, `PrinterVpcLink` and `printer` are one."""
    return _SUFFIX.sub("", re.sub(r"[^a-z0-9]", "", name.lower().removeprefix("var.")))
