"""How the API is deployed: the `deploy:` and `cors:` parts of specforge.yaml.

Rates are requests per second, bursts are requests, times are seconds, cache sizes are GB.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from specforge.diagnostics import Origin
from specforge.ir.policy import Policy
from specforge.source import Text


class Throttle(msgspec.Struct, frozen=True, kw_only=True):
    """Request limits; `methods` from `GET /orders` to the limits of that method."""

    rate: float | None = None
    burst: int | None = None
    methods: tuple[tuple[str, Throttle], ...] = ()
    origin: Origin


class MethodCache(msgspec.Struct, frozen=True, kw_only=True):
    """The cache of one method, named as `GET /orders`."""

    method: str
    ttl_s: int | None = None
    encrypted: bool | None = None
    enabled: bool = True
    origin: Origin


class Cache(msgspec.Struct, frozen=True, kw_only=True):
    """The cache of a stage; `unauthorized` is what an invalidation without permission gets."""

    size_gb: float | None = None
    ttl_s: int | None = None
    encrypted: bool | None = None
    methods: tuple[MethodCache, ...] = ()
    invalidation_requires_authorization: bool | None = None
    invalidation_unauthorized: str | None = None
    origin: Origin


class AccessLog(msgspec.Struct, frozen=True, kw_only=True):
    """Access logs; `to` is cloudwatch, firehose or none, `format` json, clf, csv, xml or a literal format."""

    to: str = "cloudwatch"
    format: str = "json"
    name: str | None = None
    origin: Origin


class Canary(msgspec.Struct, frozen=True, kw_only=True):
    """A canary release."""

    percent: float
    variables: Mapping[str, Text] = {}
    use_stage_cache: bool = False
    origin: Origin


class Stage(msgspec.Struct, frozen=True, kw_only=True):
    """A stage; `execution_log` is off, error or info, `data_trace` puts whole requests into that log."""

    name: str
    variables: Mapping[str, Text] = {}
    cache: Cache | None = None
    throttle: Throttle | None = None
    access_log: AccessLog | None = None
    execution_log: str | None = None
    data_trace: bool = False
    log_retention_days: int | None = None
    log_key: Text | None = None
    metrics: bool = False
    tracing: bool = False
    canary: Canary | None = None
    waf: Text | None = None
    client_certificate: bool = False
    origin: Origin


class Endpoint(msgspec.Struct, frozen=True, kw_only=True):
    """The endpoint; `type` is edge, regional or private."""

    type: str | None = None
    vpc_endpoints: tuple[Text, ...] = ()
    ip_address_type: str | None = None
    disable_default: bool | None = None
    origin: Origin


class Domain(msgspec.Struct, frozen=True, kw_only=True):
    """A custom domain name; one that is `existing` was made elsewhere and only shows this API under its base path."""

    name: Text
    certificate: Text | None = None
    hosted_zone: Text | None = None
    base_path: str | None = None
    security_policy: str | None = None
    truststore: Text | None = None
    truststore_version: Text | None = None
    ownership_certificate: Text | None = None
    ip_address_type: str | None = None
    existing: bool = False
    origin: Origin


class Quota(msgspec.Struct, frozen=True, kw_only=True):
    """How many requests a key may send per day, week or month."""

    limit: int
    per: str
    offset: int | None = None
    origin: Origin


class UsagePlan(msgspec.Struct, frozen=True, kw_only=True):
    """A usage plan, the stages it covers and the names of its API keys."""

    name: str
    throttle: Throttle | None = None
    quota: Quota | None = None
    stages: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    origin: Origin


class Allowance(msgspec.Struct, frozen=True, kw_only=True):
    """What a function may do: actions of IAM on the ARNs of resources."""

    actions: tuple[str, ...]
    resources: tuple[Text, ...]
    origin: Origin


class Function(msgspec.Struct, frozen=True, kw_only=True):
    """A Lambda function that the emitted infrastructure creates.

    `files` is its code by path, None when there is no folder that can be read; `role` an existing role's ARN, without
    which one is made that may do what `allow` says; `architecture` is x86_64 or arm64.
    """

    name: str
    handler: str | None = None
    runtime: str | None = None
    code: str | None = None
    timeout_s: int | None = None
    memory_mb: int | None = None
    environment: Mapping[str, Text] = {}
    architecture: str | None = None
    role: Text | None = None
    allow: tuple[Allowance, ...] = ()
    files: Mapping[str, bytes] | None = None
    origin: Origin


class VpcLink(msgspec.Struct, frozen=True, kw_only=True):
    """A VPC link to create: of a REST API to the load balancers `targets`, of an HTTP API into `subnets`."""

    name: str
    targets: tuple[Text, ...] = ()
    subnets: tuple[Text, ...] = ()
    security_groups: tuple[Text, ...] = ()
    origin: Origin


class Alarm(msgspec.Struct, frozen=True, kw_only=True):
    """An alarm on every stage; `metric` is server-errors, latency (milliseconds, 99 of 100 requests) or throttles."""

    metric: str
    threshold: float
    period_s: int | None = None
    periods: int | None = None
    origin: Origin


class Alarms(msgspec.Struct, frozen=True, kw_only=True):
    """The alarms that are asked for, the stages they watch (all, unless named) and the ARNs that are told."""

    alarms: tuple[Alarm, ...] = ()
    stages: tuple[str, ...] = ()
    notify: tuple[Text, ...] = ()
    origin: Origin


class CorsPolicy(msgspec.Struct, frozen=True, kw_only=True):
    """The `cors:` part of specforge.yaml, before expansion."""

    origins: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    expose_headers: tuple[str, ...] = ()
    credentials: bool = False
    max_age_s: int | None = None
    origin: Origin


class Deployment(msgspec.Struct, frozen=True, kw_only=True):
    """The whole of `deploy:`.

    `creates_roles` asks for the roles of service integrations, `account_role` for the one by which API Gateway writes
    logs, of which an account has one per Region.
    """

    endpoint: Endpoint | None = None
    region: str | None = None
    stages: tuple[Stage, ...] = ()
    domain: Domain | None = None
    policy: Policy | None = None
    usage_plans: tuple[UsagePlan, ...] = ()
    functions: tuple[Function, ...] = ()
    vpc_links: tuple[VpcLink, ...] = ()
    alarms: Alarms | None = None
    creates_roles: bool = False
    account_role: bool = False
    cors: CorsPolicy | None = None
    origin: Origin
