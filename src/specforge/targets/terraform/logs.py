"""Access logs in Terraform, and the role by which API Gateway writes to CloudWatch."""

from __future__ import annotations

from collections.abc import Iterator

from specforge.infrastructure import PlannedStage
from specforge.targets.terraform.blocks import Block, Call, Code, Value, listed, mapped, quoted, resource
from specforge.targets.terraform.module import TAGS, Module, nested


def log_blocks(module: Module) -> Iterator[Block]:
    """Yields the log groups, and the account's role where a REST API writes logs."""
    for stage in module.plan.stages:
        if stage.access_log is not None and not stage.access_log.to_firehose:
            label = module.stages[stage.name]
            own = quoted("/aws/apigateway/", module.api_id, f"/{label}")
            attributes: dict[str, Value] = {
                "name": quoted(stage.access_log.name) if stage.access_log.name else own,
                "retention_in_days": Code("var.log_retention_days"),
                "tags": TAGS,
            }
            yield resource("aws_cloudwatch_log_group", label, attributes)
    if module.plan.is_rest and module.plan.writes_logs:
        yield from _account_blocks(module)


def access_log_block(stage: PlannedStage, module: Module) -> Block | None:
    """Returns the setting of a stage that turns its access log on."""
    log = stage.access_log
    if log is None:
        return None
    return nested("access_log_settings", {"destination_arn": _destination(stage, module), "format": log.format})


def _destination(stage: PlannedStage, module: Module) -> Value:
    log, label = stage.access_log, module.stages[stage.name]
    if log is None or not log.to_firehose:
        return Code(f"aws_cloudwatch_log_group.{label}.arn")
    if log.name is None:
        return Code(f"var.{firehose_variable(label)}")
    # the ARN of the API tells Region and account without a call of STS
    region, account = (Code(f'split(":", {module.api}.execution_arn)[{number}]') for number in (3, 4))
    return module.in_arn("firehose:", region, ":", account, f":deliverystream/{log.name}")


def firehose_variable(label: str) -> str:
    """Returns the name of the variable for a stream that the configuration does not name."""
    return f"{label}_access_log_stream_arn"


def _account_blocks(module: Module) -> Iterator[Block]:
    """There is one such role per account and Region, so it is only made when asked for."""
    wanted = Code("var.create_account_role ? 1 : 0")
    comment = "API Gateway has one role for logs per account and Region; one module may make it."
    role: dict[str, Value] = {
        "count": wanted,
        "assume_role_policy": assume_role("apigateway.amazonaws.com"),
        "tags": TAGS,
    }
    yield resource("aws_iam_role", "api_gateway_logs", role, comment=comment)
    attachment: dict[str, Value] = {
        "count": wanted,
        "role": Code("aws_iam_role.api_gateway_logs[0].name"),
        "policy_arn": module.in_arn("iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"),
    }
    yield resource("aws_iam_role_policy_attachment", "api_gateway_logs", attachment)
    account: dict[str, Value] = {"count": wanted, "cloudwatch_role_arn": Code("aws_iam_role.api_gateway_logs[0].arn")}
    after = {"depends_on": listed(Code("aws_iam_role_policy_attachment.api_gateway_logs"))}
    yield resource("aws_api_gateway_account", "this", {**account, **after})


def assume_role(service: str) -> Value:
    """Returns the policy that lets a service take a role."""
    statement = mapped({"Effect": "Allow", "Principal": mapped({"Service": service}), "Action": "sts:AssumeRole"})
    return Call("jsonencode", (mapped({"Version": "2012-10-17", "Statement": listed(statement)}),))
