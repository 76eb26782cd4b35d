"""`deploy:` and `cors:` of specforge.yaml."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from specforge.config import Config
from specforge.document import Cursor
from specforge.ir import (
    Alarm,
    Alarms,
    CorsPolicy,
    Deployment,
    Domain,
    Endpoint,
    Policy,
    Quota,
    UsagePlan,
    VpcLink,
)
from specforge.lower.functions import lower_function
from specforge.lower.policy import lower_policy_document
from specforge.lower.stages import find_integer, find_number, lower_stages, lower_throttle, strings_in
from specforge.lower.texts import texts_in, words_in

T = TypeVar("T")


def lower_deployment(config: Config) -> Deployment | None:
    """Returns the deployment; None when the configuration says nothing about it."""
    deploy, cors = config.deploy, config.cors
    if deploy is None:
        return None if cors is None else Deployment(cors=_cors(cors), origin=cors)
    return Deployment(
        endpoint=_optional(deploy, "endpoint", _endpoint),
        region=deploy.string("region"),
        stages=lower_stages(deploy),
        domain=_optional(deploy, "domain", _domain),
        policy=_policy(deploy, config),
        usage_plans=_by_name(deploy, "usage-plans", _usage_plan),
        functions=_by_name(deploy, "functions", lower_function),
        vpc_links=_by_name(deploy, "vpc-links", _vpc_link),
        alarms=_optional(deploy, "alarms", _alarms),
        creates_roles=deploy.string("roles") == "create",
        account_role=deploy.flag("account-role") is True,
        cors=None if cors is None else _cors(cors),
        origin=deploy,
    )


def _optional(holder: Cursor, key: str, make: Callable[[Cursor], T | None]) -> T | None:
    found = holder.mapping(key)
    return None if found is None else make(found)


def _by_name(holder: Cursor, key: str, make: Callable[[str, Cursor], T]) -> tuple[T, ...]:
    found = holder.mapping(key)
    return tuple(make(name, entry) for name, entry in found.items()) if found is not None else ()


def _cors(cors: Cursor) -> CorsPolicy:
    return CorsPolicy(
        origins=strings_in(cors, "origins"),
        methods=strings_in(cors, "methods"),
        headers=strings_in(cors, "headers"),
        expose_headers=strings_in(cors, "expose-headers"),
        credentials=cors.flag("credentials") is True,
        max_age_s=find_integer(cors, "max-age"),
        origin=cors,
    )


def _endpoint(endpoint: Cursor) -> Endpoint:
    disable = endpoint.flag("disable-default")
    return Endpoint(
        type=endpoint.string("type"),
        vpc_endpoints=texts_in(endpoint, "vpc-endpoints"),
        ip_address_type=endpoint.string("ip-address-type"),
        disable_default=disable if isinstance(disable, bool) else None,
        origin=endpoint,
    )


def _domain(domain: Cursor) -> Domain | None:
    name = domain.text("name")
    tls = domain.mapping("mutual-tls")
    if name is None:
        return None
    return Domain(
        name=name,
        certificate=domain.text("certificate"),
        hosted_zone=domain.text("hosted-zone"),
        base_path=words_in(domain, "base-path"),
        security_policy=domain.string("security-policy"),
        truststore=tls.text("truststore") if tls is not None else None,
        truststore_version=tls.text("version") if tls is not None else None,
        ownership_certificate=tls.text("ownership-certificate") if tls is not None else None,
        ip_address_type=domain.string("ip-address-type"),
        existing=domain.flag("existing") is True,
        origin=domain,
    )


def _policy(deploy: Cursor, config: Config) -> Policy | None:
    """Returns the policy, read from its file where the configuration names one."""
    found = deploy.get("policy")
    if found is not None and isinstance(found.value, str):
        # The name is relative to the configuration, also where an option gives it.
        named = Cursor(config.root.entry, found.value, found.references, parent=found.parent, key=found.key)
        found = found.references.resolve(found.value, named)
    return lower_policy_document(found) if found is not None and isinstance(found.value, dict) else None


def _usage_plan(name: str, plan: Cursor) -> UsagePlan:
    return UsagePlan(
        name=name,
        throttle=lower_throttle(plan),
        quota=_optional(plan, "quota", _quota),
        stages=strings_in(plan, "stages"),
        keys=strings_in(plan, "keys"),
        origin=plan,
    )


def _quota(quota: Cursor) -> Quota | None:
    limit, per = find_integer(quota, "limit"), quota.string("per")
    if limit is None or per is None:
        return None
    return Quota(limit=limit, per=per, offset=find_integer(quota, "offset"), origin=quota)


def _vpc_link(name: str, link: Cursor) -> VpcLink:
    return VpcLink(
        name=name,
        targets=texts_in(link, "targets"),
        subnets=texts_in(link, "subnets"),
        security_groups=texts_in(link, "security-groups"),
        origin=link,
    )


def _alarms(alarms: Cursor) -> Alarms:
    asked = ((metric, alarms.mapping(metric)) for metric in ("server-errors", "latency", "throttles"))
    return Alarms(
        alarms=tuple(alarm for metric, found in asked if found is not None and (alarm := _alarm(metric, found))),
        stages=strings_in(alarms, "stages"),
        notify=texts_in(alarms, "notify"),
        origin=alarms,
    )


def _alarm(metric: str, alarm: Cursor) -> Alarm | None:
    threshold = find_number(alarm, "threshold")
    if threshold is None:
        return None
    period, periods = find_integer(alarm, "period"), find_integer(alarm, "periods")
    return Alarm(metric=metric, threshold=threshold, period_s=period, periods=periods, origin=alarm)
