"""A REST API in Terraform: the API, its deployment, its stages and their settings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from specforge.infrastructure import MethodSettings, PlannedStage
from specforge.targets.terraform.blocks import Block, Call, Code, Value, listed, mapped, resource, value_of
from specforge.targets.terraform.logs import access_log_block
from specforge.targets.terraform.module import TAGS, Module, nested

# The names that specforge.yaml has for https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSetting.html
_STRATEGIES = {
    "fail-with-403": "FAIL_WITH_403",
    "succeed-with-header": "SUCCEED_WITH_RESPONSE_HEADER",
    "succeed-without-header": "SUCCEED_WITHOUT_RESPONSE_HEADER",
}


def rest_blocks(module: Module) -> Iterator[Block]:
    """Yields the API, its deployment and its stages."""
    yield _api(module)
    yield _deployment(module)
    for stage in module.plan.stages:
        yield from _stage_blocks(stage, module)


def _api(module: Module) -> Block:
    plan = module.plan
    endpoint = nested(
        "endpoint_configuration",
        {
            "types": listed(plan.endpoint_type),
            "vpc_endpoint_ids": listed(*map(module.speller.value, plan.vpc_endpoints)) if plan.vpc_endpoints else None,
            "ip_address_type": plan.ip_address_type,
        },
    )
    attributes: dict[str, Value | str | bool | None] = {
        "name": Code("var.name"),
        "body": Code("local.body"),
        # overwrite, the default, drops the VPC endpoints that a private API has beside its document
        "put_rest_api_mode": "merge" if plan.endpoint_type == "PRIVATE" else None,
        "fail_on_warnings": Code("var.fail_on_warnings"),
        "disable_execute_api_endpoint": plan.disable_default_endpoint,
        "policy": Code("local.policy") if plan.policy is not None else None,
        "tags": TAGS,
    }
    return resource("aws_api_gateway_rest_api", "this", attributes, endpoint, _create_first())


def _create_first() -> Block:
    return nested("lifecycle", {"create_before_destroy": True})


def _deployment(module: Module) -> Block:
    hashed = [Code("local.body"), *([Code("local.policy")] if module.plan.policy is not None else [])]
    trigger = Call("sha256", (Call("jsonencode", (listed(*hashed),)),))
    attributes: dict[str, Value] = {"rest_api_id": module.api_id, "triggers": mapped({"redeployment": trigger})}
    comment = "A deployment is a snapshot; a changed document makes another, to which all stages move."
    return resource("aws_api_gateway_deployment", "this", attributes, _create_first(), comment=comment)


def _stage_blocks(stage: PlannedStage, module: Module) -> Iterator[Block]:
    label = module.stages[stage.name]
    if stage.client_certificate:
        yield resource("aws_api_gateway_client_certificate", label, {"description": f"{stage.name}", "tags": TAGS})
    yield _stage(stage, module)
    for setting in stage.settings:
        yield _method_settings(setting, stage, module)
    if stage.waf is not None:
        web_acl = {"resource_arn": module.stage(stage.name, "arn"), "web_acl_arn": module.speller.value(stage.waf)}
        yield resource("aws_wafv2_web_acl_association", label, web_acl)


def _stage(stage: PlannedStage, module: Module) -> Block:
    label = module.stages[stage.name]
    certificate = Code(f"aws_api_gateway_client_certificate.{label}.id") if stage.client_certificate else None
    attributes: dict[str, Value | str | bool | None] = {
        "rest_api_id": module.api_id,
        "deployment_id": Code("aws_api_gateway_deployment.this.id"),
        "stage_name": module.stage_name(stage.name),
        "variables": _variables(stage, module),
        "cache_cluster_enabled": True if stage.cache_size_gb is not None else None,
        "cache_cluster_size": f"{stage.cache_size_gb:g}" if stage.cache_size_gb is not None else None,
        "xray_tracing_enabled": stage.tracing,
        "client_certificate_id": certificate,
        "tags": TAGS,
        "depends_on": listed(Code("aws_api_gateway_account.this")) if module.plan.writes_logs else None,
    }
    inner = [access_log_block(stage, module), _canary(stage, module)]
    return resource("aws_api_gateway_stage", label, attributes, *(block for block in inner if block is not None))


def _variables(stage: PlannedStage, module: Module) -> Value | None:
    if not stage.variables:
        return None
    return mapped({name: module.speller.value(text) for name, text in stage.variables.items()})


def _canary(stage: PlannedStage, module: Module) -> Block | None:
    if stage.canary is None:
        return None
    overrides = {name: module.speller.value(text) for name, text in stage.canary.variables.items()}
    attributes: dict[str, Value | float | None] = {
        "deployment_id": Code("aws_api_gateway_deployment.this.id"),
        "percent_traffic": stage.canary.percent,
        "stage_variable_overrides": mapped(overrides) if overrides else None,
    }
    return nested("canary_settings", attributes)


def _method_settings(setting: MethodSettings, stage: PlannedStage, module: Module) -> Block:
    label = module.stages[stage.name]
    if setting.method is not None:
        label += "_" + method_label(setting.method.setting_key)
    strategy = setting.invalidation_unauthorized
    settings = nested(
        "settings",
        {
            "throttling_rate_limit": setting.rate,
            "throttling_burst_limit": setting.burst,
            "caching_enabled": setting.caching,
            "cache_ttl_in_seconds": setting.ttl_s,
            "cache_data_encrypted": setting.encrypted,
            "require_authorization_for_cache_control": setting.invalidation_requires_authorization,
            "unauthorized_cache_control_header_strategy": _STRATEGIES.get(strategy, strategy) if strategy else None,
            "logging_level": setting.logging_level,
            "metrics_enabled": value_of(setting.metrics),
        },
    )
    attributes: dict[str, Value | str] = {
        "rest_api_id": module.api_id,
        "stage_name": module.stage(stage.name, "stage_name"),
        "method_path": setting.method.setting_key if setting.method is not None else "*/*",
    }
    return resource("aws_api_gateway_method_settings", label, attributes, settings)


def method_label(key: str) -> str:
    """Returns a label for a method that no other method of the API has.

    Letters and digits stay; all else is told by its code point, so `/a-b` and `/a/b` differ.

    >>> method_label("orders/{id}/GET"), method_label("a_b/GET")
    ('orders_id_GET', 'a_b_GET_5f')
    """
    plain = "_".join(re.findall("[A-Za-z0-9]+", key))
    odd = "".join(f"{ord(letter):x}" for letter in key if not re.fullmatch("[A-Za-z0-9/{}]", letter))
    return f"{plain}_{odd}" if odd else plain
