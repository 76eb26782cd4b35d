"""The inputs of a module: what its caller may decide, with what holds of each."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from specforge.infrastructure import Infrastructure, Input
from specforge.targets.terraform.blocks import Block, Code, Literal, Value, block, mapped
from specforge.targets.terraform.functions import package_variable
from specforge.targets.terraform.logs import firehose_variable
from specforge.targets.terraform.module import Labels, name_prefix

# https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
_RETENTION = "1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653"


class Check(msgspec.Struct, frozen=True):
    """What has to hold of an input, and what is said when it does not."""

    condition: Code
    message: str

    @property
    def block(self) -> Block:
        """Returns the validation."""
        return block("validation", attributes={"condition": self.condition, "error_message": self.message})


class Variable(msgspec.Struct, frozen=True, kw_only=True):
    """An input of the module, as the README shows it; `default` is None when it has to be given."""

    name: str
    type: str
    description: str
    default: Value | None = None
    shown_default: str = ""
    check: Check | None = None

    @property
    def block(self) -> Block:
        """Returns the declaration."""
        is_optional = self.default == Literal(None)
        attributes: dict[str, Value | str | bool | None] = {
            "type": Code(self.type),
            "description": self.description,
            "default": self.default,
            "nullable": None if is_optional else False,
        }
        inner = (self.check.block,) if self.check is not None else ()
        return block("variable", self.name, attributes=attributes, blocks=inner)


def fixed_variables(graph: Infrastructure, labels: Labels) -> Iterator[Variable]:
    """Yields the inputs that do not come from expressions of the document."""
    yield from _names(graph)
    yield from _boundary(graph)
    description = "Whether the import fails, changing nothing, when a part of the document would be left out."
    yield _variable("fail_on_warnings", "bool", description, default=True)
    if any(stage.is_default for stage in graph.stages):
        yield _stage_name(graph)
    yield from _logs(graph, labels)
    if graph.is_rest:
        description = (
            "Deployment that a stage shows instead of the latest one, by the stage's name: to roll back, or while a "
            "canary has the latest."
        )
        yield Variable(
            name="pinned_deployments",
            type="map(string)",
            description=description,
            default=mapped({}),
            shown_default="{}",
        )
    if graph.domain is not None and graph.domain.certificate is None and not graph.domain.existing:
        yield _arn("certificate_arn", "ARN of the certificate of the custom domain.", "acm|iam")
    for function in graph.functions:
        if function.package is None:
            description = f"Path of the zip file with the code of {function.name}, made from {function.code}."
            yield _variable(package_variable(labels.functions[function.name]), "string", description)


def _names(graph: Infrastructure) -> Iterator[Variable]:
    default = None if "${" in graph.name else graph.name
    yield _variable("name", "string", "Name of the API.", default=default)
    if graph.functions or graph.roles or graph.buckets:
        yield _variable(
            "name_prefix",
            "string",
            "What the names of functions, roles and buckets start with; one for each deployment in an account.",
            default=name_prefix(graph.name),
            check=Check(
                Code('can(regex("^[a-z0-9][a-z0-9-]{0,15}$", var.name_prefix))'),
                "At most 16 lower case letters, digits and hyphens.",
            ),
        )
    yield Variable(
        name="tags",
        type="map(string)",
        description="Tags of everything that can have some.",
        default=mapped({}),
        shown_default="{}",
    )


def _boundary(graph: Infrastructure) -> Iterator[Variable]:
    makes_account_role = graph.is_rest and graph.writes_logs
    if graph.roles or makes_account_role or any(function.role is None for function in graph.functions):
        name = "permissions_boundary_arn"
        yield _optional_arn(name, "ARN of the policy that bounds what the roles of this module may do.", "iam")


def _stage_name(graph: Infrastructure) -> Variable:
    """Source: the API reference, CreateStage: letters, digits, hyphens and underscores, at most 128."""
    pattern = "^[A-Za-z0-9_-]{1,128}$" if graph.is_rest else "^([$]default|[A-Za-z0-9_-]{1,128})$"
    return _variable(
        "stage_name",
        "string",
        "Name of the stage.",
        default=graph.stages[0].name,
        check=Check(
            Code(f'can(regex("{pattern}", var.stage_name))'), "Letters, digits, hyphens and underscores, at most 128."
        ),
    )


def _logs(graph: Infrastructure, labels: Labels) -> Iterator[Variable]:
    if graph.functions or any(stage.writes_access_log or stage.writes_execution_log for stage in graph.stages):
        yield _variable(
            "log_retention_days",
            "number",
            "How long logs are kept, in days, where specforge.yaml does not say.",
            default=30,
            check=Check(
                Code(f"contains([{_RETENTION}], var.log_retention_days)"),
                "One of the numbers of days that CloudWatch Logs knows, such as 30, 90 or 365.",
            ),
        )
        description = "ARN of the key of KMS that encrypts logs; without it CloudWatch uses its own."
        yield _optional_arn("log_kms_key_arn", description, "kms")
    if graph.is_rest and graph.writes_logs:
        description = "Whether to make the role by which API Gateway writes logs; one per account and Region."
        yield _variable("create_account_role", "bool", description, default=graph.creates_account_role)
    for stage in graph.stages:
        if stage.access_log is not None and stage.access_log.to_firehose and stage.access_log.name is None:
            description = f"ARN of the Firehose stream (amazon-apigateway-...) for the access log of {stage.name}."
            name = firehose_variable(labels.stages[stage.name])
            yield _arn(name, description, "firehose", ":deliverystream/amazon-apigateway-")


def _optional_arn(name: str, description: str, service: str) -> Variable:
    condition = Code(f'var.{name} == null || can(regex("^arn:[^:]+:{service}:", var.{name}))')
    return Variable(
        name=name,
        type="string",
        description=description,
        default=Literal(None),
        shown_default="null",
        check=Check(condition, f"An ARN of {service.upper()}."),
    )


def _arn(name: str, description: str, service: str, end: str = ":") -> Variable:
    condition = Code(f'can(regex("^arn:[^:]+:({service}):.*{end}", var.{name}))')
    message = "An ARN of Firehose; the stream's name starts with amazon-apigateway-." if end != ":" else "An ARN."
    return _variable(name, "string", description, check=Check(condition, message))


def _variable(
    name: str,
    kind: str,
    description: str,
    *,
    default: str | int | bool | None = None,
    check: Check | None = None,
) -> Variable:
    return Variable(
        name=name,
        type=kind,
        description=description,
        default=Literal(default) if default is not None else None,
        shown_default="" if default is None else str(default).lower() if isinstance(default, bool) else str(default),
        check=check,
    )


def input_variable(made: Input) -> Variable:
    """Returns the input that stands for an expression of the document."""
    if made.is_condition:
        return _variable(made.name, "bool", f"Whether the {made.expression} holds.")
    return _variable(made.name, "string", f"Stands for {made.expression} in the API's document.")
