"""The mapping templates of an API, each with the file it is written to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from specforge.ir import Api, GatewayResponse, IntegrationResponse, Invalid, Operation, ShortForm, Template
from specforge.targets.mapping_templates.slugs import slugs

FOLDER = "mapping-templates"
_RESPONSE_TYPE = re.compile(r"[A-Z][A-Z0-9_]{0,63}")


class TemplateFile(msgspec.Struct, frozen=True, kw_only=True):
    """A template and its place; `role` is request, response or gateway-response.

    `method` and `response` are what it belongs to in the model, where there is one.
    """

    path: str
    role: str
    operation: str | None = None
    key: str | None = None
    template: Template
    method: Operation | None = None
    response: IntegrationResponse | None = None

    @property
    def place(self) -> str:
        """Returns where the document has it: the file and the JSON pointer in it."""
        origin = self.template.origin
        return f"{origin.entry.file}:{origin.path()}"


def template_files(api: Api) -> Iterator[TemplateFile]:
    """Yields the templates in the order of the document: those of operations, then those of gateway responses."""
    folders = slugs(map(_identity, api.operations), without_words="operation")
    for operation, slug in zip(api.operations, folders, strict=True):
        method = operation.method
        yield from _of_operation(operation, f"{FOLDER}/{method}{slug[len(method) :]}")
    names = _names_of_types(api)
    for response in api.gateway_responses:
        yield from _of_gateway_response(response, f"{FOLDER}/gateway-responses/{names[response.type]}")


def _names_of_types(api: Api) -> dict[str, str]:
    """Returns a file name for each response type: AWS's own word, or a slug for what AWS does not know."""
    unknown = [each.type for each in api.gateway_responses if not _RESPONSE_TYPE.fullmatch(each.type)]
    names = {each.type: each.type for each in api.gateway_responses}
    given = slugs(unknown, without_words="type")
    return names | {name: f"other-{slug}" for name, slug in zip(unknown, given, strict=True)}


def _identity(operation: Operation) -> str:
    """Returns what tells an operation from all others, branches of the same `Fn::If` too."""
    conditions = "".join(f" {'if' if when.holds else 'unless'} {when.condition}" for when in operation.when)
    path = "/ root" if operation.path == "/" else operation.path
    return f"{operation.method} {path}{conditions}"


def _of_operation(operation: Operation, folder: str) -> Iterator[TemplateFile]:
    integration = operation.integration
    if integration is None or isinstance(integration, (Invalid, ShortForm)):
        return
    for media, template in _by_media(integration.request_templates):
        yield TemplateFile(
            path=f"{folder}/request.{media}.vtl",
            role="request",
            operation=str(operation),
            template=template,
            method=operation,
        )
    keys = slugs((response.key for response in integration.responses), without_words="key")
    for number, (response, key) in enumerate(zip(integration.responses, keys, strict=True), 1):
        yield from _of_response(response, f"{folder}/response.{number}-{key}", operation)


def _of_response(response: IntegrationResponse, start: str, operation: Operation) -> Iterator[TemplateFile]:
    for media, template in _by_media(response.templates):
        yield TemplateFile(
            path=f"{start}.{media}.vtl",
            role="response",
            operation=str(operation),
            key=response.key,
            template=template,
            method=operation,
            response=response,
        )


def _of_gateway_response(response: GatewayResponse, start: str) -> Iterator[TemplateFile]:
    for media, template in _by_media(response.templates):
        yield TemplateFile(path=f"{start}.{media}.vtl", role="gateway-response", key=response.type, template=template)


def _by_media(templates: Iterable[Template]) -> Iterator[tuple[str, Template]]:
    listed = list(templates)
    media = slugs((template.media_type for template in listed), without_words="media")
    yield from zip(media, listed, strict=True)
