"""CORS headers on the answers of operations whose answers API Gateway maps.

Of several origins the one that asks is named by a template: a mapping alone cannot look at the request. Source: the
developer guide, "Use a mapping template to override your API's request and response parameters"; that `$input.body`
passes an answer on: the same guide, "Mapping template reference".
"""

from __future__ import annotations

from msgspec.structs import replace

from specforge.diagnostics import Origin, Report
from specforge.expand.cors_headers import ORIGIN, Allowed, differing
from specforge.expand.responses import with_headers
from specforge.ir import (
    AwsService,
    Http,
    IntegrationResponse,
    Lambda,
    Mock,
    Operation,
    ParameterMapping,
    Template,
    Text,
)

PREFIX = "method.response.header."
JSON = "application/json"
WITHOUT_BODY = ("204", "304")


class Answers:
    """Adds the headers that a setting allows."""

    def __init__(self, allowed: Allowed, report: Report) -> None:
        self._allowed = allowed
        self._report = report

    def of_operation(self, operation: Operation) -> Operation:
        """Returns an operation whose mapped answers carry the headers; those of the document stay as they are."""
        integration = operation.integration
        if not isinstance(integration, AwsService | Http | Lambda | Mock):
            return operation
        if operation.method == "OPTIONS" and isinstance(integration, Mock):
            self._compare(integration.responses)
            return operation
        responses = tuple(map(self._of_response, integration.responses))
        for before, after in zip(integration.responses, responses, strict=True):
            if before is not after and before.status is not None and before.status.literal is not None:
                names = [name for name, _ in self._allowed.answer_headers]
                operation = with_headers(operation, before.status.literal, names, self._allowed.policy.origin)
        return replace(operation, integration=replace(integration, responses=responses))

    def _of_response(self, response: IntegrationResponse) -> IntegrationResponse:
        if self._compare((response,)) or _sets_headers(response):
            return response
        origin = self._allowed.policy.origin
        known = {mapping.target.lower() for mapping in response.parameters}
        made = mappings(self._allowed.answer_headers, PREFIX, origin)
        added = tuple(mapping for mapping in made if mapping.target.lower() not in known)
        echo = origin_echo(self._allowed)
        templates = _echoing(response, echo, origin) if echo else response.templates
        return replace(response, parameters=(*response.parameters, *added), templates=templates)

    def _compare(self, responses: tuple[IntegrationResponse, ...]) -> bool:
        """Tells whether the document says itself who may read an answer; reports where that is somebody else."""
        found = [
            mapping
            for response in responses
            for mapping in response.parameters
            if mapping.target.lower() == (PREFIX + ORIGIN).lower()
        ]
        for mapping in found:
            literal = mapping.value.literal
            if literal is not None and literal.startswith("'"):
                differing(Text((literal.strip("'"),)), self._allowed, mapping.origin, self._report)
        return bool(found)


def mappings(headers: tuple[tuple[str, str], ...], prefix: str, origin: Origin) -> tuple[ParameterMapping, ...]:
    """Returns mappings that set headers to fixed values."""
    return tuple(
        ParameterMapping(target=prefix + name, value=Text((f"'{value}'",)), origin=origin) for name, value in headers
    )


def origin_echo(allowed: Allowed) -> str:
    """Returns the part of a template that names the origin that asks, where it is one of several; it prints nothing.

    The map of headers has them as the caller spells them; `params('Origin')` would take a query parameter first.
    """
    if len(allowed.origins) < 2:
        return ""
    one_of = "||".join(f"$corsOrigin=='{origin}'" for origin in allowed.origins[1:])
    return (
        "#set($corsHeaders=$input.params().header)#set($corsOrigin=$corsHeaders.get('Origin'))"
        "#if(\"$!corsOrigin\"=='')#set($corsOrigin=$corsHeaders.get('origin'))#end"
        f"#if({one_of})#set($context.responseOverride.header.{ORIGIN}=$corsOrigin)#end"
    )


def _echoing(response: IntegrationResponse, echo: str, origin: Origin) -> tuple[Template, ...]:
    if response.templates:
        # Behind what is there, so that places in it stay where they are.
        return tuple(replace(template, body=template.body + "\n" + echo) for template in response.templates)
    status = response.status.literal if response.status is not None else None
    body = "" if status in WITHOUT_BODY else "$input.body"
    return (Template(media_type=JSON, body=Text((body + echo,)), origin=origin),)


def _sets_headers(response: IntegrationResponse) -> bool:
    """Tells whether a template of the document sets headers by itself, of which nobody knows which."""
    return any(template.body.contains("responseOverride.header") is not False for template in response.templates)
