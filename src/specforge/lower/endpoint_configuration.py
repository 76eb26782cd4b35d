"""`x-amazon-apigateway-endpoint-configuration`: at the root in OpenAPI 2.0, in a server in 3.x.

Source: the developer guide, "x-amazon-apigateway-endpoint-configuration object".
"""

from __future__ import annotations

from specforge.document import Cursor
from specforge.ir import EndpointConfiguration
from specforge.lower.alternatives import find_list, find_mapping
from specforge.lower.context import Context
from specforge.lower.texts import texts_in

EXTENSION = "x-amazon-apigateway-endpoint-configuration"


def lower_endpoint_configuration(context: Context) -> EndpointConfiguration | None:
    """Returns the configuration from where API Gateway reads it: the first server that has one."""
    found = find_mapping(context.root, EXTENSION) if context.swagger else _in_servers(context.root)
    if found is None:
        return None
    return EndpointConfiguration(
        disable_execute_api_endpoint=found.flag("disableExecuteApiEndpoint"),
        vpc_endpoint_ids=texts_in(found, "vpcEndpointIds"),
        ip_address_type=found.text("ipAddressType"),
        origin=found,
    )


def _in_servers(root: Cursor) -> Cursor | None:
    servers = find_list(root, "servers")
    for server in servers.elements() if servers is not None else ():
        found = find_mapping(server, EXTENSION)
        if found is not None:
            return found
    return None
