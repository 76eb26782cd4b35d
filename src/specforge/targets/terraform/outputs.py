"""The outputs of a module: what others need to know of what was made."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from specforge.targets.terraform.blocks import Block, Code, Value, block, mapped
from specforge.targets.terraform.domain import target_of
from specforge.targets.terraform.module import Module, labels


class Output(msgspec.Struct, frozen=True, kw_only=True):
    """An output of the module."""

    name: str
    description: str
    value: Value

    @property
    def block(self) -> Block:
        """Returns the declaration."""
        return block("output", self.name, attributes={"description": self.description, "value": self.value})


def outputs(module: Module) -> Iterator[Output]:
    """Yields the outputs."""
    plan = module.plan
    yield Output(name="api_id", description="Id of the API.", value=module.api_id)
    arn = Code(f"{module.api}.execution_arn")
    yield Output(name="execution_arn", description="What the ARN of every method starts with.", value=arn)
    urls = mapped({stage.name: module.stage(stage.name, "invoke_url") for stage in plan.stages})
    yield Output(name="invoke_urls", description="Where each stage answers.", value=urls)
    arns = mapped({stage.name: module.stage(stage.name, "arn") for stage in plan.stages})
    yield Output(name="stage_arns", description="ARN of each stage.", value=arns)
    if plan.is_rest:
        deployment = Code("aws_api_gateway_deployment.this.id")
        yield Output(name="deployment_id", description="Id of the latest deployment.", value=deployment)
    yield from _around(module)
    if plan.domain is not None and not plan.domain.existing:
        name, zone = target_of(module)
        yield Output(name="domain_target", description="What a DNS record of the domain points to.", value=name)
        yield Output(name="domain_zone_id", description="Hosted zone of that target, for an alias.", value=zone)


def _around(module: Module) -> Iterator[Output]:
    plan, known = module.plan, module.labels
    groups = {stage.name: known.stages[stage.name] for stage in plan.stages if stage.writes_access_log}
    keys = labels(plan.api_keys)
    plans = labels(usage_plan.name for usage_plan in plan.usage_plans)
    for name, about, kind, attribute, named in (
        ("log_groups", "Log group of each stage's access log.", "cloudwatch_log_group", "name", groups),
        ("function_arns", "ARN of each Lambda function.", "lambda_function", "arn", known.functions),
        ("role_arns", "ARN of each role of an integration.", "iam_role", "arn", known.roles),
        ("bucket_names", "Name of each bucket.", "s3_bucket", "bucket", known.buckets),
        ("api_key_ids", "Id of each API key.", "api_gateway_api_key", "id", keys),
        ("usage_plan_ids", "Id of each usage plan.", "api_gateway_usage_plan", "id", plans),
    ):
        if named:
            values = mapped({key: Code(f"aws_{kind}.{label}.{attribute}") for key, label in named.items()})
            yield Output(name=name, description=about, value=values)
