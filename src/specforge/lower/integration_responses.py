"""`responses` of an integration: the key is a regular expression over what the backend answers, or `default`."""

from __future__ import annotations

from specforge.document import Cursor
from specforge.ir import IntegrationResponse
from specforge.lower.alternatives import find_branch, find_mapping
from specforge.lower.mappings import lower_parameter_mappings, lower_templates


def lower_integration_responses(integration: Cursor) -> tuple[IntegrationResponse, ...]:
    """Returns the integration responses in the order of the document; malformed ones are left out."""
    found = find_mapping(integration, "responses")
    responses: list[IntegrationResponse] = []
    for key, entry in found.items() if found is not None else ():
        response = find_branch(entry, dict)
        if response is not None:
            responses.append(_response(key, response))
    return tuple(responses)


def _response(key: str, response: Cursor) -> IntegrationResponse:
    return IntegrationResponse(
        key=key,
        status=response.text("statusCode"),
        parameters=lower_parameter_mappings(response, "responseParameters"),
        templates=lower_templates(response, "responseTemplates"),
        content_handling=response.text("contentHandling"),
        origin=response,
    )
