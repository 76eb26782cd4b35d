"""An HTTP API in Terraform: the API and its stages, which deploy by themselves."""

from __future__ import annotations

from collections.abc import Iterator

from specforge.infrastructure import PlannedStage
from specforge.targets.terraform.blocks import Block, Call, Code, Value, mapped, resource
from specforge.targets.terraform.logs import access_log_block
from specforge.targets.terraform.module import TAGS, Module, nested


def http_blocks(module: Module) -> Iterator[Block]:
    """Yields the API and its stages."""
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
    for stage in plan.stages:
        yield _stage(stage, module)


def _stage(stage: PlannedStage, module: Module) -> Block:
    variables = {name: module.speller.value(text) for name, text in stage.variables.items()}
    attributes: dict[str, Value | bool | None] = {
        "api_id": module.api_id,
        "name": module.stage_name(stage.name),
        "auto_deploy": True,
        "stage_variables": mapped(variables) if variables else None,
        "tags": TAGS,
    }
    log = access_log_block(stage, module)
    inner = ([log] if log is not None else []) + list(_route_settings(stage))
    return resource("aws_apigatewayv2_stage", module.stages[stage.name], attributes, *inner)


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
