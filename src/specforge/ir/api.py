"""The API as a whole: the root of the model."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum as PythonEnum

import msgspec

from specforge.diagnostics import Origin
from specforge.ir.authorizer import SecurityRequirement, SecurityScheme
from specforge.ir.deployment import Deployment
from specforge.ir.documentation import Documentation
from specforge.ir.gateway_response import GatewayResponse
from specforge.ir.integration import Flag, Integration, Number
from specforge.ir.needs import Need
from specforge.ir.operation import Operation
from specforge.ir.policy import Policy
from specforge.ir.schema import NOTHING, Schema
from specforge.source import Data, Text


class Kind(PythonEnum):
    """What becomes of the document: a REST API, an HTTP API, or no API Gateway API at all."""

    REST = "rest"
    HTTP = "http"
    PLAIN = "plain"

    def __str__(self) -> str:
        return self.value


class Server(msgspec.Struct, frozen=True, kw_only=True):
    """A server; `variables` from name to its default."""

    url: str
    description: str | None = None
    variables: Mapping[str, str] = {}
    origin: Origin


class Tag(msgspec.Struct, frozen=True, kw_only=True):
    """A root tag; `value` is `x-amazon-apigateway-tag-value`, None when absent."""

    name: str
    description: str | None = None
    value: str | None = None
    origin: Origin


class RequestValidator(msgspec.Struct, frozen=True, kw_only=True):
    """A request validator and what it checks."""

    name: str
    validate_body: bool
    validate_parameters: bool
    origin: Origin


class HttpCors(msgspec.Struct, frozen=True, kw_only=True):
    """`x-amazon-apigateway-cors` of an HTTP API; `max_age_s` in seconds."""

    allow_origins: tuple[Text, ...] = ()
    allow_methods: tuple[Text, ...] = ()
    allow_headers: tuple[Text, ...] = ()
    expose_headers: tuple[Text, ...] = ()
    max_age_s: Number | None = None
    allow_credentials: Flag | None = None
    origin: Origin


class EndpointConfiguration(msgspec.Struct, frozen=True, kw_only=True):
    """`x-amazon-apigateway-endpoint-configuration`, at the root (2.0) or in a server (3.x)."""

    disable_execute_api_endpoint: Flag | None = None
    vpc_endpoint_ids: tuple[Text, ...] = ()
    ip_address_type: Text | None = None
    origin: Origin


class SharedIntegration(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of `components.x-amazon-apigateway-integrations` (HTTP APIs)."""

    name: str
    integration: Integration
    origin: Origin


class Contact(msgspec.Struct, frozen=True, kw_only=True):
    """Who stands behind the API and under which licence and terms it may be used."""

    name: str | None = None
    url: str | None = None
    email: str | None = None
    license_name: str | None = None
    license_url: str | None = None
    terms_of_service: str | None = None


class Api(msgspec.Struct, frozen=True, kw_only=True):
    """Everything specforge knows of an API, free of `$ref` and of the OpenAPI version it came from.

    `schemas` is a mapping that builds each schema when it is first asked for.
    `spec_version` is the version as the document spells it, `swagger` true for 2.0. `name` is what the API
    is called in AWS where specforge.yaml says so; else it is the title. `needs` are what the short forms want to exist
    beside the API; empty before `expand`.
    """

    kind: Kind
    title: str
    version: str
    origin: Origin
    description: str | None = None
    spec_version: str = "3.0.1"
    swagger: bool = False
    name: str | None = None
    contact: Contact | None = None
    servers: tuple[Server, ...] = ()
    base_path: str | None = None
    tags: tuple[Tag, ...] = ()
    operations: tuple[Operation, ...] = ()
    schemas: Mapping[str, Schema] = {}
    security_schemes: Mapping[str, SecurityScheme] = {}
    security: tuple[SecurityRequirement, ...] | None = None
    validators: Mapping[str, RequestValidator] = {}
    validator: str | None = None
    gateway_responses: tuple[GatewayResponse, ...] = ()
    shared_integrations: tuple[SharedIntegration, ...] = ()
    binary_media_types: tuple[Text, ...] = ()
    minimum_compression_size: Number | None = None
    api_key_source: Text | None = None
    policy: Policy | None = None
    endpoint: EndpointConfiguration | None = None
    endpoint_access_mode: Text | None = None
    security_policy: Text | None = None
    cors: HttpCors | None = None
    documentation: Documentation | None = None
    importexport_version: Text | None = None
    deployment: Deployment | None = None
    needs: tuple[Need, ...] = ()
    webhooks: Mapping[str, Data] = NOTHING
    external_docs: Mapping[str, Data] = NOTHING
    extra: Mapping[str, Data] = NOTHING
