"""Logs in Terraform: the log groups, what a line looks like, and the role by which API Gateway writes to CloudWatch."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

import msgspec

from specforge.infrastructure import PlannedStage
from specforge.targets.terraform.blocks import (
    Block,
    Call,
    Code,
    Literal,
    Value,
    joined,
    listed,
    mapped,
    quoted,
    resource,
)
from specforge.targets.terraform.iam import role_attributes
from specforge.targets.terraform.module import TAGS, Module, distinct, nested

_YEAR = 365
# What jsonencode writes otherwise than it stands in the format.
_RESPELLED = frozenset('<>&"\\')


def log_blocks(module: Module) -> Iterator[Block]:
    """Yields the log groups of the stages, and the account's role where a REST API writes logs."""
    for stage in module.plan.stages:
        for label, name, comment in stage_groups(stage, module):
            yield log_group(label, name, module, stage, comment=comment)
    if module.plan.is_rest and module.plan.writes_logs:
        yield from _account_blocks(module)


def stage_groups(stage: PlannedStage, module: Module) -> Iterator[tuple[str, Value, str | None]]:
    """Yields label, name and comment of a stage's log groups; a canary has groups of its own.

    Source: the developer guide, "Set up an API Gateway canary release deployment".
    """
    label = module.stages[stage.name]
    of_kind = {kind: group for (name, kind), group in module.labels.stage_groups.items() if name == stage.name}
    if stage.writes_access_log:
        name = _access_log_name(stage, module)
        yield label, name, None
        if stage.canary is not None:
            yield of_kind["canary"], joined(name, "/Canary"), None
    if stage.writes_execution_log:
        name = joined("API-Gateway-Execution-Logs_", module.api_id, "/", module.stage_name(stage.name))
        comment = "Made here, for API Gateway's own would be kept for ever."
        yield of_kind["execution"], name, comment
        if stage.canary is not None:
            yield of_kind["execution_canary"], joined(name, "/Canary"), comment


def _access_log_name(stage: PlannedStage, module: Module) -> Value:
    named = stage.access_log.name if stage.access_log is not None else None
    own = joined("/aws/apigateway/", module.api_id, "/", module.stage_name(stage.name))
    return quoted(named) if named else own


def log_group(
    label: str, name: Value, module: Module, stage: PlannedStage | None = None, *, comment: str | None = None
) -> Block:
    """Returns a log group, kept and encrypted as its stage says, else as the module's inputs do."""
    days = stage.log_retention_days if stage is not None else None
    key = stage.log_key if stage is not None else None
    attributes: dict[str, Value | int] = {
        "name": name,
        "retention_in_days": days if days is not None else Code("var.log_retention_days"),
        "kms_key_id": module.speller.value(key) if key is not None else Code("var.log_kms_key_arn"),
        "tags": TAGS,
    }
    notes = tuple(_group_notes(days, has_key=key is not None))
    return resource("aws_cloudwatch_log_group", label, attributes, comment=comment, notes=notes)


def _group_notes(days: int | None, *, has_key: bool) -> Iterator[str]:
    if not has_key:
        yield "checkov:skip=CKV_AWS_158: CloudWatch has a key of its own, unless log_kms_key_arn names another"
    if days is None:
        yield "checkov:skip=CKV_AWS_338: log_retention_days says for how long; not all may keep addresses for a year"
    elif days < _YEAR:
        yield f"checkov:skip=CKV_AWS_338: specforge.yaml keeps it for {days} days"


class Formats:
    """What a line of the access log looks like, for each stage: JSON is spelled once, as a local value."""

    def __init__(self, module: Module) -> None:
        formats = dict.fromkeys(stage.access_log.format for stage in module.plan.stages if stage.access_log is not None)
        spelled = {format_: fields for format_ in formats if (fields := _json_fields(format_)) is not None}
        names = distinct("access_log_format" for _ in spelled)
        self._names = dict(zip(spelled, names, strict=True))
        self.local_values: Mapping[str, Value] = {
            self._names[format_]: Call("jsonencode", (mapped(fields),)) for format_, fields in spelled.items()
        }

    def value(self, format_: str) -> Value:
        """Returns a format as the value of an attribute."""
        return Code(f"local.{self._names[format_]}") if format_ in self._names else Literal(format_)


def _json_fields(format_: str) -> dict[str, str] | None:
    """Returns the fields of a format that is plain JSON, so that jsonencode writes the same; None for any other."""
    try:
        fields = msgspec.json.decode(format_, type=dict[str, str])
    except (msgspec.DecodeError, msgspec.ValidationError):
        return None
    texts = "".join((*fields, *fields.values()))
    if not texts.isascii() or not texts.isprintable() or _RESPELLED & set(texts) or json.dumps(fields) != format_:
        return None
    return fields


def access_log_block(stage: PlannedStage, module: Module, formats: Formats) -> Block | None:
    """Returns the setting of a stage that turns its access log on."""
    log = stage.access_log
    if log is None:
        return None
    attributes = {"destination_arn": _destination(stage, module), "format": formats.value(log.format)}
    return nested("access_log_settings", attributes)


def _destination(stage: PlannedStage, module: Module) -> Value:
    log, label = stage.access_log, module.stages[stage.name]
    if log is None or not log.to_firehose:
        return Code(f"aws_cloudwatch_log_group.{label}.arn")
    if log.name is None:
        return Code(f"var.{firehose_variable(label)}")
    region, account = module.speller.data("AWS::Region"), module.speller.data("AWS::AccountId")
    return module.in_arn("firehose:", region, ":", account, f":deliverystream/{log.name}")


def firehose_variable(label: str) -> str:
    """Returns the name of the variable for a stream that the configuration does not name."""
    return f"{label}_access_log_stream_arn"


def _account_blocks(module: Module) -> Iterator[Block]:
    """There is one such role per account and Region, so it is only made when asked for."""
    wanted = Code("var.create_account_role ? 1 : 0")
    comment = "API Gateway has one role for logs per account and Region; one module may make it."
    role = {"count": wanted, **role_attributes("apigateway.amazonaws.com")}
    yield resource("aws_iam_role", "api_gateway_logs", role, comment=comment)
    attachment: dict[str, Value] = {
        "count": wanted,
        "role": Code("aws_iam_role.api_gateway_logs[0].name"),
        "policy_arn": module.in_arn("iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"),
    }
    yield resource("aws_iam_role_policy_attachment", "api_gateway_logs", attachment)
    account: dict[str, Value] = {
        "count": wanted,
        "cloudwatch_role_arn": Code("aws_iam_role.api_gateway_logs[0].arn"),
        "depends_on": listed(Code("aws_iam_role_policy_attachment.api_gateway_logs")),
    }
    yield resource("aws_api_gateway_account", "this", account)
