"""`x-amazon-apigateway-gateway-responses`: what API Gateway answers by itself.

Source: the developer guide, "x-amazon-apigateway-gateway-responses object".
"""

from __future__ import annotations

from specforge.document import Cursor
from specforge.ir import GatewayResponse
from specforge.lower.alternatives import find_branch, find_mapping
from specforge.lower.context import Context
from specforge.lower.mappings import lower_parameter_mappings, lower_templates

EXTENSION = "x-amazon-apigateway-gateway-responses"


def lower_gateway_responses(context: Context) -> tuple[GatewayResponse, ...]:
    """Returns the gateway responses in the order of the document; malformed ones are left out."""
    found = find_mapping(context.root, EXTENSION)
    responses: list[GatewayResponse] = []
    for kind, entry in found.items() if found is not None else ():
        response = find_branch(entry, dict)
        if response is not None:
            responses.append(_response(kind, response))
    return tuple(responses)


def _response(kind: str, response: Cursor) -> GatewayResponse:
    return GatewayResponse(
        type=kind,
        status=response.text("statusCode"),
        parameters=lower_parameter_mappings(response, "responseParameters"),
        templates=lower_templates(response, "responseTemplates"),
        origin=response,
    )
