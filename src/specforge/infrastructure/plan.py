"""Api → resource graph.

Input: an expanded Api with its deployment. Output: an Infrastructure, and findings about settings that lead nowhere.
Must not know any tool's names: sam and terraform spell what is planned here.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from specforge.diagnostics import Report
from specforge.infrastructure.alarms import plan_alarms
from specforge.infrastructure.functions import plan_functions
from specforge.infrastructure.model import (
    Infrastructure,
    MethodThrottle,
    PlannedDomain,
    PlannedStage,
    PlannedUsagePlan,
)
from specforge.infrastructure.permissions import plan_permissions
from specforge.infrastructure.roles import plan_roles
from specforge.infrastructure.stages import plan_stages, plan_throttles
from specforge.infrastructure.vpc_links import plan_vpc_links
from specforge.ir import (
    Api,
    Data,
    Deployment,
    Domain,
    Endpoint,
    EndpointConfiguration,
    Kind,
    NeededBucket,
    UsagePlan,
)

_MAIN_STAGES = ("prod", "production", "live", "$default")


def plan(api: Api, report: Report) -> Infrastructure:
    """Returns what has to exist around the API."""
    deployment = api.deployment
    endpoint = deployment.endpoint if deployment is not None else None
    stages = plan_stages(api, report)
    functions = plan_functions(api, report)
    alarms = deployment.alarms if deployment is not None else None
    return Infrastructure(
        kind=api.kind,
        name=api.name or api.title,
        endpoint_type=_endpoint_type(api, endpoint, report),
        vpc_endpoints=endpoint.vpc_endpoints if endpoint is not None else (),
        ip_address_type=endpoint.ip_address_type if endpoint is not None else None,
        disable_default_endpoint=_default_endpoint(deployment),
        policy=_policy(api),
        region=deployment.region if deployment is not None else None,
        stages=stages,
        functions=functions,
        permissions=plan_permissions(api, stages, functions, report),
        roles=plan_roles(api, stages, report),
        buckets=tuple(need for need in api.needs if isinstance(need, NeededBucket)),
        vpc_links=plan_vpc_links(api, report),
        alarms=plan_alarms(api, stages, report),
        alarm_actions=alarms.notify if alarms is not None else (),
        creates_account_role=deployment is not None and deployment.account_role,
        usage_plans=tuple(_usage_plans(api, stages, report)),
        domain=_domain(deployment, endpoint, stages),
        tags={tag.name: tag.value for tag in api.tags if tag.value is not None} if api.kind is Kind.HTTP else {},
        origin=deployment.origin if deployment is not None else api.origin,
    )


def with_vpc_endpoints(api: Api, graph: Infrastructure) -> Api:
    """Returns the API with the VPC endpoints of its deployment.

    They stand in the document as well, for an update of the document alone drops those of the resource (sam-cli#2353).
    """
    if not graph.vpc_endpoints or (api.endpoint is not None and api.endpoint.vpc_endpoint_ids):
        return api
    endpoint = api.endpoint or EndpointConfiguration(origin=graph.origin)
    return replace(api, endpoint=replace(endpoint, vpc_endpoint_ids=graph.vpc_endpoints))


def main_stage(stages: tuple[PlannedStage, ...]) -> PlannedStage:
    """Returns the stage that a custom domain shows: prod, production, live or $default, else the last one."""
    return next((stage for name in _MAIN_STAGES for stage in stages if stage.name == name), stages[-1])


def _endpoint_type(api: Api, endpoint: Endpoint | None, report: Report) -> str:
    """Returns EDGE, REGIONAL or PRIVATE; an HTTP API is regional, whatever is asked for."""
    asked = (endpoint.type or "regional").upper() if endpoint is not None else "REGIONAL"
    if api.kind is Kind.HTTP and asked != "REGIONAL" and endpoint is not None:
        message = f"the endpoint is {asked.lower()}; an HTTP API is always regional"
        report.add("deployment-setting-not-for-http-api", endpoint.origin.at("type"), message)
        return "REGIONAL"
    return asked


def _default_endpoint(deployment: Deployment | None) -> bool | None:
    """Tells whether execute-api is closed: as configured, else where mutual TLS would be bypassed by it.

    Source: the developer guide, "Configuring mutual TLS authentication": clients could call the default endpoint.
    """
    if deployment is None:
        return None
    if deployment.endpoint is not None and deployment.endpoint.disable_default is not None:
        return deployment.endpoint.disable_default
    return True if deployment.domain is not None and deployment.domain.truststore is not None else None


def _policy(api: Api) -> Data:
    """Returns the configured resource policy, unless the document carries one, which the import takes along."""
    deployment = api.deployment
    if deployment is None or deployment.policy is None or api.policy is not None or api.kind is not Kind.REST:
        return None
    return deployment.policy.document


def _usage_plans(api: Api, stages: tuple[PlannedStage, ...], report: Report) -> Iterator[PlannedUsagePlan]:
    plans = api.deployment.usage_plans if api.deployment is not None else ()
    if plans and api.kind is Kind.HTTP:
        message = "usage plans are configured; an HTTP API has none, so they are left out"
        report.add("deployment-setting-not-for-http-api", plans[0].origin, message, on_key=True)
        return
    for usage_plan in plans:
        yield _usage_plan(usage_plan, api, stages)


def _usage_plan(usage_plan: UsagePlan, api: Api, stages: tuple[PlannedStage, ...]) -> PlannedUsagePlan:
    throttle, quota = usage_plan.throttle, usage_plan.quota
    return PlannedUsagePlan(
        name=usage_plan.name,
        rate=throttle.rate if throttle is not None else None,
        burst=throttle.burst if throttle is not None else None,
        methods=tuple(
            MethodThrottle(method=method, rate=limits.rate, burst=limits.burst)
            for method, limits in plan_throttles(throttle, api)
        ),
        limit=quota.limit if quota is not None else None,
        per=quota.per.upper() if quota is not None else None,
        offset=quota.offset if quota is not None else None,
        stages=_stages_of(usage_plan, stages),
        keys=usage_plan.keys,
    )


def _stages_of(usage_plan: UsagePlan, stages: tuple[PlannedStage, ...]) -> tuple[str, ...]:
    """Returns the stages that a plan covers: those it names, else all."""
    known = tuple(stage.name for stage in stages)
    return tuple(name for name in usage_plan.stages if name in known) if usage_plan.stages else known


def _domain(
    deployment: Deployment | None, endpoint: Endpoint | None, stages: tuple[PlannedStage, ...]
) -> PlannedDomain | None:
    domain: Domain | None = deployment.domain if deployment is not None else None
    if domain is None:
        return None
    return PlannedDomain(
        name=domain.name,
        certificate=domain.certificate,
        hosted_zone=domain.hosted_zone,
        base_path=domain.base_path,
        security_policy=domain.security_policy or "TLS_1_2",
        truststore=domain.truststore,
        truststore_version=domain.truststore_version,
        ownership_certificate=domain.ownership_certificate,
        ip_address_type=domain.ip_address_type,
        existing=domain.existing,
        edge=endpoint is not None and endpoint.type == "edge",
        stage=main_stage(stages).name,
    )
