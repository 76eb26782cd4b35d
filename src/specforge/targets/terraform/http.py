"""An HTTP API in Terraform: the API and its stages, which deploy by themselves."""

from __future__ import annotations

from collections.abc import Iterator

from specforge.infrastructure import PlannedStage
from specforge.targets.terraform.blocks import Block, Call, Code, Value, listed, mapped, resource
from specforge.targets.terraform.logs import Formats, access_log_block
from specforge.targets.terraform.module import TAGS, Module, nested


def api_blocks(module: Module) -> Iterator[Block]:
    """Yields the API and the VPC links of its integrations."""
    plan = module.plan
    own_tags = mapped(plan.tags)
    attributes: dict[str, Value | str | bool | None] = {
        "name": Code("var.name"),
        "protocol_type": "HTTP",
        "body": Code("local.body"),
        "fail_on_warnings": Code("var.fail_on_warnings"),
        "disable_execute_api_endpoint": plan.disable_default_endpoint,
        "ip_address_type": plan.ip_address_type,
        "tags": Call("merge", (own_tags, TAGS)) if plan.tags else TAGS,
    }
    yield resource("aws_apigatewayv2_api", "this", attributes)
    for link in plan.vpc_links:
        inside: dict[str, Value | str] = {
            "name": link.name,
            "subnet_ids": listed(*map(module.speller.value, link.subnets)),
            "security_group_ids": listed(*map(module.speller.value, link.security_groups)),
            "tags": TAGS,
        }
        yield resource("aws_apigatewayv2_vpc_link", module.labels.vpc_links[link.name], inside)


def stage_blocks(module: Module, formats: Formats) -> Iterator[Block]:
    """Yields the stages."""
    for stage in module.plan.stages:
        yield _stage(stage, module, formats)


def _stage(stage: PlannedStage, module: Module, formats: Formats) -> Block:
    variables = {name: module.speller.value(text) for name, text in stage.variables.items()}
    attributes: dict[str, Value | bool | None] = {
        "api_id": module.api_id,
        "name": module.stage_name(stage.name),
        "auto_deploy": True,
        "tags": TAGS,
        "stage_variables": mapped(variables) if variables else None,
    }
    log = access_log_block(stage, module, formats)
    inner = ([log] if log is not None else []) + list(_route_settings(stage))
    none = ("checkov:skip=CKV_AWS_76: specforge.yaml gives this stage no access log",) if log is None else ()
    return resource("aws_apigatewayv2_stage", module.stages[stage.name], attributes, *inner, notes=none)


def _route_settings(stage: PlannedStage) -> Iterator[Block]:
    for setting in stage.settings:
        limits: dict[str, float | bool | str | None] = {
            "throttling_rate_limit": setting.rate,
            "throttling_burst_limit": setting.burst,
            "detailed_metrics_enabled": setting.metrics,
        }
        if setting.method is None:
            yield nested("default_route_settings", limits)
        else:
            yield nested("route_settings", {"route_key": setting.method.route_key, **limits})
