"""Integrations: what API Gateway calls behind an operation.

Source of the properties: the developer guide, "x-amazon-apigateway-integration object".
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from specforge.diagnostics import Origin
from specforge.document import Cursor
from specforge.ir.schema import NOTHING
from specforge.source import Data, Deferred, Text

Number = int | Deferred
Flag = bool | Deferred


class ParameterMapping(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of requestParameters or responseParameters: the target's name and the mapped value."""

    target: str
    value: Text
    origin: Origin


class Template(msgspec.Struct, frozen=True, kw_only=True):
    """A mapping template: VTL for one media type. `deferred` marks a body that holds a deploy-time intrinsic."""

    media_type: str
    body: Text
    origin: Origin


class IntegrationResponse(msgspec.Struct, frozen=True, kw_only=True):
    """How an answer of the backend becomes a method response.

    `key` is the document's key: a regular expression over the backend's status or error message,
    or the word `default`.
    """

    key: str
    status: Text | None = None
    parameters: tuple[ParameterMapping, ...] = ()
    templates: tuple[Template, ...] = ()
    content_handling: Text | None = None
    origin: Origin


class Connection(msgspec.Struct, frozen=True, kw_only=True):
    """How the backend is reached: `type` is INTERNET or VPC_LINK, `id` the VPC link."""

    type: Text | None = None
    id: Text | None = None
    target: Text | None = None


class Tls(msgspec.Struct, frozen=True, kw_only=True):
    """The tlsConfig of an integration."""

    insecure_skip_verification: Flag | None = None
    server_name_to_verify: Text | None = None
    origin: Origin


INTERNET = Connection()


class IntegrationSettings(msgspec.Struct, frozen=True, kw_only=True):
    """What the document may say on an integration of any type; None is "not said".

    AWS stores these whatever the type is, so the import document keeps them;
    rules say which of them have no effect. `timeout_ms` is in milliseconds.
    `extra` keeps properties that AWS does not document.
    """

    origin: Origin
    declared_type: str
    http_method: Text | None = None
    uri: Text | None = None
    credentials: Text | None = None
    connection: Connection = INTERNET
    timeout_ms: Number | None = None
    request_parameters: tuple[ParameterMapping, ...] = ()
    request_templates: tuple[Template, ...] = ()
    responses: tuple[IntegrationResponse, ...] = ()
    responses_declared: bool = False
    response_parameters: tuple[tuple[str, tuple[ParameterMapping, ...]], ...] = ()
    passthrough_behavior: Text | None = None
    content_handling: Text | None = None
    cache_namespace: Text | None = None
    cache_key_parameters: tuple[Text, ...] = ()
    payload_format_version: Text | None = None
    response_transfer_mode: Text | None = None
    tls: Tls | None = None
    extra: Mapping[str, Data] = NOTHING
    shared_name: str | None = None


class LambdaProxy(IntegrationSettings, frozen=True, kw_only=True):
    """`aws_proxy`: the whole request goes to a Lambda function.

    `function` is the function's ARN or name as far as the URI tells it; None when the URI is
    one opaque expression or is malformed.
    """

    function: Text | None = None


class Lambda(IntegrationSettings, frozen=True, kw_only=True):
    """`aws` to a Lambda function: the request and the answer are mapped by templates."""

    function: Text | None = None


class AwsService(IntegrationSettings, frozen=True, kw_only=True):
    """`aws` to another service; `service` and `action` as far as the URI tells them.

    `action` is the part after `action/` or, with `by_path`, after `path/`.
    """

    service: str | None = None
    action: Text | None = None
    by_path: bool = False


class ServiceProxy(IntegrationSettings, frozen=True, kw_only=True):
    """HTTP API: `aws_proxy` with an `integrationSubtype`, such as SQS-SendMessage."""

    subtype: Text


class HttpProxy(IntegrationSettings, frozen=True, kw_only=True):
    """`http_proxy`: the request is passed to an HTTP endpoint as it is."""


class Http(IntegrationSettings, frozen=True, kw_only=True):
    """`http`: an HTTP endpoint with mapping of request and answer."""


class Mock(IntegrationSettings, frozen=True, kw_only=True):
    """`mock`: API Gateway answers by itself."""


class ShortForm(msgspec.Struct, frozen=True, kw_only=True):
    """`x-specforge-integration` before expansion: the short form's name; its options stand at its origin."""

    name: str
    origin: Cursor


class Invalid(msgspec.Struct, frozen=True, kw_only=True):
    """A part that is malformed or of unknown type; raw rules judge it, emitters leave it out."""

    origin: Origin


FullIntegration = LambdaProxy | Lambda | AwsService | ServiceProxy | HttpProxy | Http | Mock
Integration = FullIntegration | ShortForm | Invalid
