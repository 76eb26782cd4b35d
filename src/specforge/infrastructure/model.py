"""The resource graph: what has to exist beside the API's own document, in no tool's words.

Texts may hold deploy-time expressions; a target spells them and makes inputs of those it cannot know.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from specforge.diagnostics import Origin
from specforge.infrastructure.method_path import MethodPath
from specforge.ir import Data, Grant, Kind, NeededBucket, Text


class MethodSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The settings of one method, or of all (`method` None); complete, for AWS does not merge the two levels.

    `encrypted` is never None where `caching` is true. `invalidation_unauthorized` is a word of specforge.yaml.
    """

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
    data_trace: bool = False


class AccessLogging(msgspec.Struct, frozen=True, kw_only=True):
    """Where access logs go and what a line looks like; `name` is the log group's or the Firehose stream's, if given.

    `status_pattern` is the filter pattern of CloudWatch Logs that finds an answer's status in a line, with `{status}`
    for the status; None when the format shows none.
    """

    format: str
    to_firehose: bool = False
    name: str | None = None
    status_pattern: str | None = None


class CanaryRelease(msgspec.Struct, frozen=True, kw_only=True):
    """The share of requests that sees the canary, and its stage variables."""

    percent: float
    variables: Mapping[str, Text] = {}
    use_stage_cache: bool = False


class PlannedStage(msgspec.Struct, frozen=True, kw_only=True):
    """A stage; `is_default` when the configuration names none, so that its name is an input.

    `log_retention_days` and `log_key` are those of its log groups: of the access log when that goes to CloudWatch, and
    of the execution log (`API-Gateway-Execution-Logs_{api}/{stage}`), which API Gateway would keep for ever if it made
    the group itself. None for the retention means that of the output's own input.
    """

    name: str
    is_default: bool = False
    variables: Mapping[str, Text] = {}
    cache_size_gb: float | None = None
    settings: tuple[MethodSettings, ...] = ()
    access_log: AccessLogging | None = None
    log_retention_days: int | None = None
    log_key: Text | None = None
    tracing: bool = False
    canary: CanaryRelease | None = None
    waf: Text | None = None
    client_certificate: bool = False
    origin: Origin

    @property
    def writes_access_log(self) -> bool:
        """Tells whether its access log is a log group of CloudWatch."""
        return self.access_log is not None and not self.access_log.to_firehose

    @property
    def writes_execution_log(self) -> bool:
        """Tells whether API Gateway writes what it does to CloudWatch."""
        return any(setting.logging_level not in (None, "OFF") for setting in self.settings)


class PlannedFunction(msgspec.Struct, frozen=True, kw_only=True):
    """A Lambda function to create; `function_name` is what the document calls it, None when it names none.

    `package` is its code as a zip file, the same bytes for the same code; None when the code could not be read, so
    that its package is an input. Its role, unless `role` is an existing one's ARN, may write the function's own logs
    and what `grants` say. `is_needed` marks a function that comes from a short form: texts refer to it by a `Deferred`
    of the tool `need` called `{name}.arn`.
    """

    name: str
    function_name: str | None = None
    handler: str
    runtime: str
    code: str
    timeout_s: int | None = None
    memory_mb: int | None = None
    environment: Mapping[str, Text] = {}
    architecture: str | None = None
    package: bytes | None = None
    role: Text | None = None
    grants: tuple[Grant, ...] = ()
    tracing: bool = False
    is_needed: bool = False
    origin: Origin


class PlannedRole(msgspec.Struct, frozen=True, kw_only=True):
    """A role that `service` takes on and may do what `grants` say, nothing else.

    Texts refer to it by a `Deferred` of the tool `need` called `{name}.arn`. No role of the graph is called like
    another one, nor like a bucket, a VPC link or a function that a short form needs.
    """

    name: str
    service: str = "apigateway.amazonaws.com"
    grants: tuple[Grant, ...] = ()
    origin: Origin


class PlannedVpcLink(msgspec.Struct, frozen=True, kw_only=True):
    """A VPC link to create: of a REST API to the one load balancer in `targets`, of an HTTP API into `subnets`.

    Texts refer to it by a `Deferred` of the tool `need` called `{name}.id`.
    """

    name: str
    targets: tuple[Text, ...] = ()
    subnets: tuple[Text, ...] = ()
    security_groups: tuple[Text, ...] = ()
    origin: Origin


class PlannedAlarm(msgspec.Struct, frozen=True, kw_only=True):
    """An alarm on one stage, which rings from `threshold` on in each of `periods` periods of `period_s` seconds.

    `metric` is a metric of API Gateway (namespace AWS/ApiGateway, dimensions Stage and, of a REST API, ApiName, of an
    HTTP API ApiId). `statistic` is Sum or a percentile such as p99. With `log_pattern` the metric is one of our own,
    made by a metric filter of that pattern on the stage's access log; API Gateway itself counts no throttled requests.
    """

    name: str
    about: str
    stage: str
    metric: str
    statistic: str
    threshold: float
    period_s: int = 60
    periods: int = 1
    log_pattern: str | None = None
    origin: Origin


class Permission(msgspec.Struct, frozen=True, kw_only=True):
    """API Gateway's right to call one function for this API.

    `function` is a name or an ARN; instead `planned` is the name of the function in the graph, or `uri` that of an
    integration, one expression of which the value will name the function. `source` is what follows the API's
    execution ARN: `/prod/GET/orders`, `/*/GET/orders`, `/authorizers/*`, or `/*` where exact ones would make the
    function's policy too large. A path's variables are `*`; no other part of it holds an expression.
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
    """A custom domain and the one stage behind it; `certificate` None becomes an input.

    One that is `existing` was made elsewhere: only the mapping of its base path is made. `record_types` are the DNS
    records to make, none without `hosted_zone`.
    """

    name: Text
    certificate: Text | None = None
    hosted_zone: Text | None = None
    base_path: str | None = None
    security_policy: str = "TLS_1_2"
    truststore: Text | None = None
    truststore_version: Text | None = None
    ownership_certificate: Text | None = None
    ip_address_type: str | None = None
    existing: bool = False
    edge: bool = False
    stage: str

    @property
    def record_types(self) -> tuple[str, ...]:
        """Returns A, and AAAA where the domain answers over IPv6: CloudFront does, a Regional one when it is told to.

        Source: the developer guide, "IP address types for REST APIs"; the Route 53 guide, "Routing traffic to API
        Gateway".
        """
        if self.hosted_zone is None or self.existing:
            return ()
        return ("A", "AAAA") if self.edge or self.ip_address_type == "dualstack" else ("A",)

    @property
    def is_multi_level(self) -> bool:
        """Tells whether the base path has several levels, which only the mappings of API version 2 can have."""
        return "/" in (self.base_path or "").strip("/")


class Infrastructure(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is deployed around one API; `endpoint_type` is EDGE, REGIONAL or PRIVATE.

    `creates_account_role` is the default of the input that asks for the role by which API Gateway writes logs.
    `alarm_actions` are the ARNs that every alarm tells. Where the body refers to what is made here (the credentials of
    an integration, its VPC link), `wired` has put a `Deferred` of the tool `need`; a `Deferred` of the tool `input` is
    a value that nobody could know, which becomes an input without a further remark.
    """

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
    roles: tuple[PlannedRole, ...] = ()
    buckets: tuple[NeededBucket, ...] = ()
    vpc_links: tuple[PlannedVpcLink, ...] = ()
    alarms: tuple[PlannedAlarm, ...] = ()
    alarm_actions: tuple[Text, ...] = ()
    creates_account_role: bool = False
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
        return any(stage.writes_access_log or stage.writes_execution_log for stage in self.stages)
