"""The resource graph: what has to exist beside the API's own document, in no tool's words.

Texts may hold deploy-time expressions; a target spells them and makes inputs of those it cannot know.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from specforge.diagnostics import Origin
from specforge.infrastructure.method_path import MethodPath
from specforge.ir import Data, Kind, Text


class MethodSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The settings of one method, or of all (`method` None); complete, for AWS does not merge the two levels."""

    method: MethodPath | None = None
    rate: float | None = None
    burst: int | None = None
    caching: bool | None = None
    ttl_s: int | None = None
    encrypted: bool | None = None
    invalidation_requires_authorization: bool | None = None
    invalidation_unauthorized: str | None = None
    logging_level: str | None = None
    metrics: bool = False


class AccessLogging(msgspec.Struct, frozen=True, kw_only=True):
    """Where access logs go and what a line looks like; `name` is the log group's or the Firehose stream's, if given."""

    format: str
    to_firehose: bool = False
    name: str | None = None


class CanaryRelease(msgspec.Struct, frozen=True, kw_only=True):
    """The share of requests that sees the canary, and its stage variables."""

    percent: float
    variables: Mapping[str, Text] = {}


class PlannedStage(msgspec.Struct, frozen=True, kw_only=True):
    """A stage; `is_default` when the configuration names none, so that its name is an input."""

    name: str
    is_default: bool = False
    variables: Mapping[str, Text] = {}
    cache_size_gb: float | None = None
    settings: tuple[MethodSettings, ...] = ()
    access_log: AccessLogging | None = None
    tracing: bool = False
    canary: CanaryRelease | None = None
    waf: Text | None = None
    client_certificate: bool = False
    origin: Origin


class PlannedFunction(msgspec.Struct, frozen=True, kw_only=True):
    """A Lambda function to create; `function_name` is what the document calls it, None when it names none."""

    name: str
    function_name: str | None = None
    handler: str
    runtime: str
    code: str
    timeout_s: int | None = None
    memory_mb: int | None = None
    environment: Mapping[str, Text] = {}
    origin: Origin


class Permission(msgspec.Struct, frozen=True, kw_only=True):
    """API Gateway's right to call one function for this API.

    `function` is a name or an ARN; instead `planned` is the name of the function in the graph, or `uri` that of an
    integration, one expression of which the value will name the function. `source` is what follows the API's
    execution ARN: `/*/GET/orders`, `/authorizers/*`, or `/*` when several things call it.
    """

    name: str
    function: Text | None = None
    planned: str | None = None
    uri: Text | None = None
    qualifier: str | None = None
    source: str
    origin: Origin


class MethodThrottle(msgspec.Struct, frozen=True, kw_only=True):
    """The limits of one method in a usage plan."""

    method: MethodPath
    rate: float | None = None
    burst: int | None = None


class PlannedUsagePlan(msgspec.Struct, frozen=True, kw_only=True):
    """A usage plan; `per` is DAY, WEEK or MONTH."""

    name: str
    rate: float | None = None
    burst: int | None = None
    methods: tuple[MethodThrottle, ...] = ()
    limit: int | None = None
    per: str | None = None
    offset: int | None = None
    stages: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


class PlannedDomain(msgspec.Struct, frozen=True, kw_only=True):
    """A custom domain and the one stage behind it; `certificate` None becomes an input."""

    name: Text
    certificate: Text | None = None
    hosted_zone: Text | None = None
    base_path: str | None = None
    security_policy: str = "TLS_1_2"
    truststore: Text | None = None
    truststore_version: Text | None = None
    edge: bool = False
    stage: str

    @property
    def is_multi_level(self) -> bool:
        """Tells whether the base path has several levels, which only the mappings of API version 2 can have."""
        return "/" in (self.base_path or "").strip("/")


class Infrastructure(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is deployed around one API; `endpoint_type` is EDGE, REGIONAL or PRIVATE."""

    kind: Kind
    name: str
    endpoint_type: str = "REGIONAL"
    vpc_endpoints: tuple[Text, ...] = ()
    ip_address_type: str | None = None
    disable_default_endpoint: bool | None = None
    policy: Data = None
    region: str | None = None
    stages: tuple[PlannedStage, ...]
    functions: tuple[PlannedFunction, ...] = ()
    permissions: tuple[Permission, ...] = ()
    usage_plans: tuple[PlannedUsagePlan, ...] = ()
    domain: PlannedDomain | None = None
    tags: Mapping[str, str] = {}
    origin: Origin

    @property
    def is_rest(self) -> bool:
        """Tells a REST API from an HTTP API."""
        return self.kind is Kind.REST

    @property
    def api_keys(self) -> tuple[str, ...]:
        """Returns the names of all API keys, each once, in the order of the plans."""
        return tuple(dict.fromkeys(key for plan in self.usage_plans for key in plan.keys))

    @property
    def writes_logs(self) -> bool:
        """Tells whether API Gateway writes to CloudWatch on behalf of the account."""
        return any(
            (stage.access_log is not None and not stage.access_log.to_firehose)
            or any(setting.logging_level not in (None, "OFF") for setting in stage.settings)
            for stage in self.stages
        )
