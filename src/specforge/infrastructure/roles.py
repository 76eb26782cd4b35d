"""The roles by which API Gateway calls other services: one for each that the integrations name, allowed what they do.

They are made only where the configuration asks for it (`roles: create`); else the roles that are named are used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from specforge.diagnostics import Origin, Report
from specforge.infrastructure.grants import merged, wanted_by
from specforge.infrastructure.model import PlannedRole, PlannedStage
from specforge.ir import Api, AwsService, Deferred, FullIntegration, Grant, Integration, NeededRole, Text
from specforge.ir.integration import IntegrationSettings

CALLER = re.compile(r"arn:[^:]*:iam::\*:user/\*")
_SUFFIX = re.compile(r"[._-]?(role)?[._-]?(arn)?$", re.IGNORECASE)


def plan_roles(api: Api, stages: tuple[PlannedStage, ...], report: Report) -> tuple[PlannedRole, ...]:
    """Returns the roles of the short forms, and those of service integrations; reports what has to be given."""
    needed = [
        PlannedRole(name=need.name, service=need.service, grants=need.grants, origin=need.origin)
        for need in api.needs
        if isinstance(need, NeededRole)
    ]
    if api.deployment is None or not api.deployment.creates_roles:
        return tuple(needed)
    made = (_planned(key, api, _Making(name, stages, report)) for key, name in role_names(api).items())
    return (*needed, *made)


def role_names(api: Api) -> dict[str, str]:
    """Returns the names of the roles to make, by what the integrations say instead of them (`role_key`)."""
    names: dict[str, str] = {}
    taken = {need.name for need in api.needs}
    for operation in api.operations:
        key = role_key(operation.integration)
        if key is None or key in names:
            continue
        wanted = _name(operation.integration) or "service"
        free, number = wanted, 2
        while free in taken:
            free, number = f"{wanted}-{number}", number + 1
        taken.add(free)
        names[key] = free
    return names


def role_key(integration: Integration | None) -> str | None:
    """Returns what integrations with one role have in common; None for one that takes none on, or has one of ours."""
    if not isinstance(integration, IntegrationSettings) or wanted_by(integration, ()) is None:
        return None
    credentials = integration.credentials
    if credentials is None:
        return f"service {integration.service}" if isinstance(integration, AwsService) else "service"
    if credentials.matches(CALLER) or any(part.tool == "need" for part in credentials.deferred):
        return None
    return repr(credentials)


def _name(integration: Integration | None) -> str:
    """Returns the last word of the role's ARN, or what its expression is called."""
    if not isinstance(integration, IntegrationSettings) or integration.credentials is None:
        return (integration.service or "") if isinstance(integration, AwsService) else ""
    last = integration.credentials.split("/")[-1]
    spelled = "".join(part if isinstance(part, str) else part.name for part in last.parts)
    return _SUFFIX.sub("", spelled.removeprefix("var.")) or spelled


class _Making(NamedTuple):
    """The role that is being planned."""

    name: str
    stages: tuple[PlannedStage, ...]
    report: Report


def _planned(key: str, api: Api, role: _Making) -> PlannedRole:
    found: list[Grant] = []
    origin: Origin = api.origin
    for operation in api.operations:
        integration = operation.integration
        if role_key(integration) == key and isinstance(integration, FullIntegration):
            origin = integration.origin
            found += _grants(str(operation), integration, role)
    return PlannedRole(name=role.name, grants=merged(found), origin=origin)


def _grants(who: str, integration: FullIntegration, role: _Making) -> Iterator[Grant]:
    wanted = wanted_by(integration, role.stages)
    if wanted is None:
        return
    if wanted.grant is not None:
        yield wanted.grant
        return
    at = integration.origin.at("uri")
    if not wanted.actions:
        message = f"{who} does what its uri does not tell; the role {role.name} gets no permission for it"
        role.report.add("role-permission-not-derivable", at, message)
        return
    what = wanted.what.removeprefix("the ")
    given = Deferred("input", f"{role.name}-{what.replace(' ', '-')}-arn", f"the ARN of {wanted.what} of {who}")
    message = f"{who} needs {', '.join(wanted.actions)} on {wanted.what}, whose name is not known; its ARN is an input"
    role.report.add("role-resource-not-derivable", at, message)
    yield Grant(actions=wanted.actions, resources=(Text((given,)),))
