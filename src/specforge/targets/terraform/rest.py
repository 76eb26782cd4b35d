"""A REST API in Terraform: the API, its deployment, its stages and their settings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from specforge.infrastructure import MethodSettings, PlannedStage
from specforge.ir import Data
from specforge.targets.terraform.blocks import (
    Block,
    Call,
    Choice,
    Code,
    Listed,
    Literal,
    Mapped,
    Quoted,
    Value,
    joined,
    listed,
    mapped,
    resource,
)
from specforge.targets.terraform.body import argument
from specforge.targets.terraform.logs import Formats, access_log_block, stage_groups
from specforge.targets.terraform.module import TAGS, Module, nested

# The names that specforge.yaml has for https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSetting.html
_STRATEGIES = {
    "fail-with-403": "FAIL_WITH_403",
    "succeed-with-header": "SUCCEED_WITH_RESPONSE_HEADER",
    "succeed-without-header": "SUCCEED_WITHOUT_RESPONSE_HEADER",
}
_EXTENSION = "x-amazon-apigateway-"
POLICY = f"{_EXTENSION}policy"
_SHORT = "execute-api:/"
_DEPLOYMENT = Code("aws_api_gateway_deployment.this.id")


def api_blocks(module: Module, document: Mapping[str, Data], policy: Value | None) -> Iterator[Block]:
    """Yields the API, its policy, its deployment and the VPC links of its integrations."""
    yield _api(module, document)
    if policy is not None:
        attributes: dict[str, Value] = {"rest_api_id": module.api_id, "policy": Code("local.policy")}
        yield resource("aws_api_gateway_rest_api_policy", "this", attributes)
    yield _deployment(module, has_policy=policy is not None)
    for link in module.plan.vpc_links:
        targets = listed(*map(module.speller.value, link.targets))
        inside: dict[str, Value | str] = {"name": link.name, "target_arns": targets, "tags": TAGS}
        yield resource("aws_api_gateway_vpc_link", module.labels.vpc_links[link.name], inside)


def _api(module: Module, document: Mapping[str, Data]) -> Block:
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
        "put_rest_api_mode": "overwrite",
        "fail_on_warnings": Code("var.fail_on_warnings"),
        **_repeated(module, document),
        "tags": TAGS,
    }
    comment = "The mode is overwrite, so that what has left the document leaves the API too."
    return resource("aws_api_gateway_rest_api", "this", attributes, endpoint, _create_first(), comment=comment)


def _repeated(module: Module, document: Mapping[str, Data]) -> dict[str, Value | None]:
    """Returns what has to stand beside the document, too.

    After an import the provider sets again what its state knows of these, so a change in the document alone would be
    undone. Source: its internal/service/apigateway/rest_api.go, resourceRestAPIWithBodyUpdateOperations.
    """
    info, servers = document.get("info"), document.get("servers")
    server = servers[0] if isinstance(servers, list) and servers else {}
    endpoint = server.get(f"{_EXTENSION}endpoint-configuration") if isinstance(server, dict) else None
    found = {
        "description": info.get("description") if isinstance(info, dict) else None,
        "api_key_source": document.get(f"{_EXTENSION}api-key-source", "HEADER"),
        "binary_media_types": document.get(f"{_EXTENSION}binary-media-types"),
        "minimum_compression_size": document.get(f"{_EXTENSION}minimum-compression-size", -1),
        "disable_execute_api_endpoint": bool(isinstance(endpoint, dict) and endpoint.get("disableExecuteApiEndpoint")),
    }
    return {name: argument(data, module.speller) for name, data in found.items() if data is not None}


def policy_of(document: Mapping[str, Data], module: Module) -> Value | None:
    """Returns the resource policy of a document, with whole ARNs.

    API Gateway spells `execute-api:/` out when it takes a policy, which Terraform would see as a change for ever.
    """
    found = document.get(POLICY)
    return Call("jsonencode", (_with_arns(argument(found, module.speller), module),)) if found is not None else None


def _with_arns(value: Value, module: Module) -> Value:
    match value:
        case Literal(value=str(text)) if text.startswith(_SHORT):
            return joined(Code(f"{module.api}.execution_arn"), "/" + text.removeprefix(_SHORT))
        case Quoted(parts=(Literal(value=str(text)), *others)) if text.startswith(_SHORT):
            return joined(Code(f"{module.api}.execution_arn"), "/" + text.removeprefix(_SHORT), *others)
        case Listed(items=items):
            return listed(*(_with_arns(each, module) for each in items))
        case Mapped(groups=groups):
            return mapped({entry.name: _with_arns(entry.value, module) for group in groups for entry in group})
        case Choice(condition=condition, then=then, otherwise=otherwise):
            return Choice(condition, _with_arns(then, module), _with_arns(otherwise, module))
        case _:
            return value


def _create_first() -> Block:
    return nested("lifecycle", {"create_before_destroy": True})


def _deployment(module: Module, *, has_policy: bool) -> Block:
    """A deployment is made anew for what it holds: the document, with the endpoints in it, and the policy."""
    body = Code("local.body")
    hashed = Call("jsonencode", (listed(body, Code("local.policy")),)) if has_policy else body
    attributes: dict[str, Value | None] = {
        "rest_api_id": module.api_id,
        "triggers": mapped({"redeployment": Call("sha256", (hashed,))}),
        "depends_on": listed(Code("aws_api_gateway_rest_api_policy.this")) if has_policy else None,
    }
    comment = "A deployment is a snapshot; a changed document makes another, to which all stages move."
    return resource("aws_api_gateway_deployment", "this", attributes, _create_first(), comment=comment)


def stage_blocks(module: Module, formats: Formats) -> Iterator[Block]:
    """Yields the stages with their settings."""
    named: set[str] = set()
    for stage in module.plan.stages:
        label = module.stages[stage.name]
        if stage.client_certificate:
            yield _client_certificate(stage, label)
        yield _stage(stage, module, formats)
        for setting in stage.settings:
            yield _method_settings(setting, stage, module, _free(_settings_label(setting, label), named))
        if stage.waf is not None:
            web_acl = {"resource_arn": module.stage(stage.name, "arn"), "web_acl_arn": module.speller.value(stage.waf)}
            yield resource("aws_wafv2_web_acl_association", label, web_acl)


def _client_certificate(stage: PlannedStage, label: str) -> Block:
    about = f"API Gateway to the backends of {stage.name}"
    attributes: dict[str, Value | str] = {"description": about, "tags": TAGS}
    return resource("aws_api_gateway_client_certificate", label, attributes)


def _stage(stage: PlannedStage, module: Module, formats: Formats) -> Block:
    label = module.stages[stage.name]
    certificate = Code(f"aws_api_gateway_client_certificate.{label}.id") if stage.client_certificate else None
    name = module.stage_name(stage.name)
    attributes: dict[str, Value | str | bool | None] = {
        "rest_api_id": module.api_id,
        "deployment_id": Call("lookup", (Code("var.pinned_deployments"), name, _DEPLOYMENT)),
        "stage_name": name,
        "cache_cluster_enabled": True if stage.cache_size_gb is not None else None,
        "cache_cluster_size": f"{stage.cache_size_gb:g}" if stage.cache_size_gb is not None else None,
        "client_certificate_id": certificate,
        "xray_tracing_enabled": stage.tracing,
        "tags": TAGS,
        "variables": _variables(stage, module),
        "depends_on": _depends_on(stage, module),
    }
    inner = [access_log_block(stage, module, formats), _canary(stage, module)]
    blocks = (block for block in inner if block is not None)
    return resource("aws_api_gateway_stage", label, attributes, *blocks, notes=tuple(_stage_notes(stage)))


def _stage_notes(stage: PlannedStage) -> Iterator[str]:
    """Yields why a stage may lack what checkov asks for: the configuration decides each of these."""
    if stage.access_log is None:
        yield "checkov:skip=CKV_AWS_76: specforge.yaml gives this stage no access log"
    if not stage.tracing:
        yield "checkov:skip=CKV_AWS_73: specforge.yaml does not trace this stage"
    if stage.cache_size_gb is None:
        yield "checkov:skip=CKV_AWS_120: specforge.yaml gives this stage no cache"
    if not stage.client_certificate:
        yield "checkov:skip=CKV2_AWS_51: specforge.yaml asks for no client certificate, for backends that check one"
    if stage.waf is None:
        yield "checkov:skip=CKV2_AWS_29: specforge.yaml names no web ACL for this stage"
    else:
        yield "checkov:skip=CKV2_AWS_77: the web ACL is made elsewhere, and so are its rules"
    if not any(setting.metrics and setting.logging_level not in (None, "OFF") for setting in stage.settings):
        yield "checkov:skip=CKV2_AWS_4: specforge.yaml asks for no execution log with detailed metrics on this stage"


def _depends_on(stage: PlannedStage, module: Module) -> Value | None:
    """Returns what has to be there before API Gateway writes the first line of a log."""
    waits = [Code("aws_api_gateway_account.this")] if module.plan.writes_logs else []
    labels = [label for label, _, _ in stage_groups(stage, module) if label != module.stages[stage.name]]
    waits += [Code(f"aws_cloudwatch_log_group.{label}") for label in labels]
    return listed(*waits) if waits else None


def _variables(stage: PlannedStage, module: Module) -> Value | None:
    if not stage.variables:
        return None
    return mapped({name: module.speller.value(text) for name, text in stage.variables.items()})


def _canary(stage: PlannedStage, module: Module) -> Block | None:
    if stage.canary is None:
        return None
    overrides = {name: module.speller.value(text) for name, text in stage.canary.variables.items()}
    attributes: dict[str, Value | float | bool | None] = {
        "deployment_id": _DEPLOYMENT,
        "percent_traffic": stage.canary.percent,
        "use_stage_cache": True if stage.canary.use_stage_cache else None,
        "stage_variable_overrides": mapped(overrides) if overrides else None,
    }
    return nested("canary_settings", attributes)


def _settings_label(setting: MethodSettings, stage: str) -> str:
    return stage if setting.method is None else f"{stage}_{method_label(setting.method.setting_key)}"


def _free(label: str, taken: set[str]) -> str:
    """Returns a label that is not taken, and takes it."""
    free, number = label, 2
    while free in taken:
        free, number = f"{label}_{number}", number + 1
    taken.add(free)
    return free


def _method_settings(setting: MethodSettings, stage: PlannedStage, module: Module, label: str) -> Block:
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
            "metrics_enabled": setting.metrics,
            "data_trace_enabled": setting.data_trace,
        },
    )
    attributes: dict[str, Value | str] = {
        "rest_api_id": module.api_id,
        "stage_name": module.stage(stage.name, "stage_name"),
        "method_path": setting.method.setting_key if setting.method is not None else "*/*",
    }
    notes = tuple(_settings_notes(setting))
    return resource("aws_api_gateway_method_settings", label, attributes, settings, notes=notes)


def _settings_notes(setting: MethodSettings) -> Iterator[str]:
    if not setting.caching:
        yield "checkov:skip=CKV_AWS_225: specforge.yaml caches nothing here"
        yield "checkov:skip=CKV_AWS_308: there is no cache here to encrypt"
    elif not setting.encrypted:
        yield "checkov:skip=CKV_AWS_308: specforge.yaml turns the encryption of the cache off"
    if setting.data_trace:
        yield "checkov:skip=CKV_AWS_276: specforge.yaml asks for whole requests in the log of this stage"


def method_label(key: str) -> str:
    """Returns a label for a method that no other method of the API has.

    Letters and digits stay; all else is told by its code point, so `/a-b` and `/a/b` differ.

    >>> method_label("orders/{id}/GET"), method_label("a_b/GET")
    ('orders_id_GET', 'a_b_GET_5f')
    """
    plain = "_".join(re.findall("[A-Za-z0-9]+", key))
    odd = "".join(f"{ord(letter):x}" for letter in key if not re.fullmatch("[A-Za-z0-9/{}]", letter))
    return f"{plain}_{odd}" if odd else plain
