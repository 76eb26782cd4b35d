"""API keys and usage plans in CloudFormation."""

from __future__ import annotations

from specforge.cloudformation.template import API, Template, logical_ids, present
from specforge.infrastructure import PlannedUsagePlan
from specforge.ir import Data


def add_usage_plans(template: Template) -> None:
    """Adds the API keys, the usage plans and which key is in which plan."""
    keys = logical_ids(template.plan.api_keys, "ApiKey")
    for name, logical_id in keys.items():
        template.add(logical_id, "AWS::ApiGateway::ApiKey", {"Name": name, "Enabled": True})
    plans = logical_ids((plan.name for plan in template.plan.usage_plans), "UsagePlan")
    pairs = (f"{plan.name} {key}" for plan in template.plan.usage_plans for key in plan.keys)
    members = logical_ids(pairs, "Member")
    for plan in template.plan.usage_plans:
        template.add(plans[plan.name], "AWS::ApiGateway::UsagePlan", _usage_plan(plan, template))
        for key in plan.keys:
            member: dict[str, Data] = {
                "KeyId": {"Ref": keys[key]},
                "KeyType": "API_KEY",
                "UsagePlanId": {"Ref": plans[plan.name]},
            }
            template.add(members[f"{plan.name} {key}"], "AWS::ApiGateway::UsagePlanKey", member)


def _usage_plan(plan: PlannedUsagePlan, template: Template) -> dict[str, Data]:
    throttles: dict[str, Data] = {
        limits.method.usage_plan_key: _throttle(limits.rate, limits.burst) for limits in plan.methods
    }
    stages: list[Data] = [
        present({"ApiId": {"Ref": API}, "Stage": template.stage_ref(stage), "Throttle": throttles or None})
        for stage in plan.stages
    ]
    quota: dict[str, Data] = {"Limit": plan.limit, "Period": plan.per, "Offset": plan.offset}
    return {
        "UsagePlanName": plan.name,
        "ApiStages": stages,
        "Quota": present(quota) if plan.limit is not None else None,
        "Throttle": _throttle(plan.rate, plan.burst) or None,
    }


def _throttle(rate: float | None, burst: int | None) -> dict[str, Data]:
    return present({"RateLimit": rate, "BurstLimit": burst})
