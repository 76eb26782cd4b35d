"""The body's references to what is made beside it: roles as credentials, VPC links as connections."""

from __future__ import annotations

from msgspec.structs import replace

from specforge.infrastructure.model import Infrastructure
from specforge.infrastructure.roles import role_key, role_names
from specforge.infrastructure.vpc_links import find_vpc_link
from specforge.ir import Api, Integration, need_text
from specforge.ir.integration import IntegrationSettings


def wired(api: Api, graph: Infrastructure) -> Api:
    """Returns the API with created roles and VPC links behind its integrations, as `Deferred` of the tool `need`."""
    names = role_names(api) if api.deployment is not None and api.deployment.creates_roles else {}
    if not names and not graph.vpc_links:
        return api
    operations = tuple(
        replace(operation, integration=_wired(operation.integration, names, graph))
        if isinstance(operation.integration, IntegrationSettings)
        else operation
        for operation in api.operations
    )
    return replace(api, operations=operations)


def _wired(integration: Integration | None, names: dict[str, str], graph: Infrastructure) -> Integration | None:
    if not isinstance(integration, IntegrationSettings):
        return integration
    key = role_key(integration)
    if key in names:
        role = names[key]
        arn = need_text(role, "arn", f"arn:${{AWS::Partition}}:iam::${{AWS::AccountId}}:role/{role}")
        integration = replace(integration, credentials=arn, shared_name=None)
    link = find_vpc_link(integration, graph.vpc_links)
    if link is not None:
        connection = replace(integration.connection, id=need_text(link.name, "id", link.name))
        integration = replace(integration, connection=connection, shared_name=None)
    return integration
