"""API keys and usage plans in Terraform."""

from __future__ import annotations

from collections.abc import Iterator

from specforge.infrastructure import PlannedUsagePlan
from specforge.targets.terraform.blocks import Block, Code, Value, block, resource
from specforge.targets.terraform.module import TAGS, Module, labels, nested


def usage_plan_blocks(module: Module) -> Iterator[Block]:
    """Yields the API keys, the usage plans and which key is in which plan."""
    keys = labels(module.plan.api_keys)
    for name, label in keys.items():
        yield resource("aws_api_gateway_api_key", label, {"name": name, "tags": TAGS})
    plans = labels(plan.name for plan in module.plan.usage_plans)
    members = labels(f"{plan.name}\n{key}" for plan in module.plan.usage_plans for key in plan.keys)
    for plan in module.plan.usage_plans:
        yield _usage_plan(plan, plans[plan.name], module)
        for key in plan.keys:
            attributes: dict[str, Value | str] = {
                "key_id": Code(f"aws_api_gateway_api_key.{keys[key]}.id"),
                "key_type": "API_KEY",
                "usage_plan_id": Code(f"aws_api_gateway_usage_plan.{plans[plan.name]}.id"),
            }
            yield resource("aws_api_gateway_usage_plan_key", members[f"{plan.name}\n{key}"], attributes)


def _usage_plan(plan: PlannedUsagePlan, label: str, module: Module) -> Block:
    inner = [_api_stage(plan, stage, module) for stage in plan.stages]
    if plan.limit is not None:
        inner.append(nested("quota_settings", {"limit": plan.limit, "period": plan.per, "offset": plan.offset}))
    if plan.rate is not None or plan.burst is not None:
        inner.append(nested("throttle_settings", {"rate_limit": plan.rate, "burst_limit": plan.burst}))
    return resource("aws_api_gateway_usage_plan", label, {"name": plan.name, "tags": TAGS}, *inner)


def _api_stage(plan: PlannedUsagePlan, stage: str, module: Module) -> Block:
    throttles = tuple(
        nested(
            "throttle",
            {"path": limits.method.usage_plan_key, "rate_limit": limits.rate, "burst_limit": limits.burst},
        )
        for limits in plan.methods
    )
    attributes = {"api_id": module.api_id, "stage": module.stage(stage, "stage_name")}
    return block("api_stages", attributes=attributes, blocks=throttles)
