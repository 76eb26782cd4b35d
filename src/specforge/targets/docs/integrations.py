"""What stands behind an operation; only the internal edition shows it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from specforge.ir import (
    AwsService,
    Http,
    HttpProxy,
    Integration,
    Invalid,
    Lambda,
    LambdaProxy,
    Mock,
    Operation,
    ServiceProxy,
    ShortForm,
    Text,
)
from specforge.ir.integration import IntegrationSettings
from specforge.targets.docs.markdown import fenced
from specforge.targets.docs.prose import clean, code


class MappingTemplate(msgspec.Struct, frozen=True):
    """A mapping template and where it is used."""

    title: str
    text: str

    @property
    def md(self) -> str:
        """Returns the template as a code block of Markdown."""
        return fenced(self.text)


class Behind(msgspec.Struct, frozen=True):
    """An integration: its kind in words, its settings by name, its templates."""

    kind: str
    settings: tuple[tuple[str, str], ...]
    templates: tuple[MappingTemplate, ...]

    @property
    def md_settings(self) -> tuple[tuple[str, str], ...]:
        """Returns the settings with their values as code of Markdown."""
        return tuple((name, code(value)) for name, value in self.settings)


def behind(operation: Operation) -> Behind | None:
    """Returns what an operation is integrated with; None when the document says nothing that can be read."""
    integration = operation.integration
    if not isinstance(integration, IntegrationSettings):
        return None
    return Behind(_kind(integration), tuple(_settings(integration)), tuple(_templates(integration)))


def _kind(integration: Integration) -> str:
    match integration:
        case LambdaProxy():
            return "Lambda function, proxy"
        case Lambda():
            return "Lambda function, with mapping"
        case AwsService(service=service):
            return f"AWS service {service or ''}".strip()
        case ServiceProxy():
            return "AWS service, proxy"
        case HttpProxy():
            return "HTTP endpoint, proxy"
        case Http():
            return "HTTP endpoint, with mapping"
        case Mock():
            return "Answered by API Gateway (mock)"
        case ShortForm() | Invalid():
            return "Unknown"


def _settings(integration: IntegrationSettings) -> Iterator[tuple[str, str]]:
    subtype = integration.subtype if isinstance(integration, ServiceProxy) else None
    known: tuple[tuple[str, Text | int | object | None], ...] = (
        ("Action", subtype),
        ("URI", integration.uri),
        ("Method", integration.http_method),
        ("Credentials", integration.credentials),
        ("Connection", integration.connection.id),
        ("Timeout (ms)", integration.timeout_ms),
        ("Passthrough", integration.passthrough_behavior),
        ("Content handling", integration.content_handling),
        ("Payload format", integration.payload_format_version),
    )
    yield from ((name, str(value)) for name, value in known if value is not None)
    yield from ((mapping.target, str(mapping.value)) for mapping in integration.request_parameters)


def _templates(integration: IntegrationSettings) -> Iterator[MappingTemplate]:
    for template in integration.request_templates:
        yield MappingTemplate(f"Request, {template.media_type}", clean(str(template.body)))
    for response in integration.responses:
        for template in response.templates:
            title = f"Response {response.key}, {template.media_type}"
            yield MappingTemplate(title, clean(str(template.body)))
