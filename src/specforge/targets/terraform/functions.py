"""Lambda functions in Terraform: each with its package, its role, its log group, and who may call it."""

from __future__ import annotations

from collections.abc import Iterator

from specforge.infrastructure import Permission, PlannedFunction
from specforge.ir import Deferred, Text
from specforge.targets.terraform.blocks import (
    Block,
    Call,
    Code,
    Index,
    Listed,
    Literal,
    Value,
    joined,
    listed,
    mapped,
    quoted,
    resource,
)
from specforge.targets.terraform.iam import allow, grant_statement, role_attributes, role_policy
from specforge.targets.terraform.logs import log_group
from specforge.targets.terraform.module import TAGS, Module, distinct, nested

# The function in the URI of an integration; what does not look like one is a function's ARN already.
_FUNCTION = "/functions/([^/]+)/"
# What checkov asks of every function that only its owner can decide.
_NOTES = (
    "checkov:skip=CKV_AWS_115: the concurrency of the account is shared; reserve some where a function needs its own",
    "checkov:skip=CKV_AWS_116: API Gateway waits for the answer, so there is no event for a dead letter queue",
    "checkov:skip=CKV_AWS_117: it reaches AWS's public endpoints only, no resource of a VPC",
    "checkov:skip=CKV_AWS_173: the environment holds names, not secrets; Lambda encrypts it with its own key",
    "checkov:skip=CKV_AWS_272: the package is made from this module's own source",
)
_NOT_TRACED = "checkov:skip=CKV_AWS_50: no stage is traced; `tracing: true` of a stage turns it on"


def function_blocks(module: Module) -> Iterator[Block]:
    """Yields the functions with their roles."""
    for function in module.plan.functions:
        yield from _function(function, module)


def _function(function: PlannedFunction, module: Module) -> Iterator[Block]:
    label = module.labels.functions[function.name]
    package = package_path(function, label)
    role = module.speller.value(function.role) if function.role is not None else Code(f"aws_iam_role.{label}_fn.arn")
    attributes: dict[str, Value | str | int | None] = {
        "function_name": module.function_name(function),
        "role": role,
        "handler": function.handler,
        "runtime": function.runtime,
        "architectures": listed(function.architecture) if function.architecture is not None else None,
        "timeout": function.timeout_s,
        "memory_size": function.memory_mb,
        "filename": package,
        "source_code_hash": Call("filebase64sha256", (package,)),
        "tags": TAGS,
    }
    notes = _NOTES if function.tracing else (*_NOTES, _NOT_TRACED)
    yield resource("aws_lambda_function", label, attributes, *_settings(function, module), notes=notes)
    yield log_group(
        module.labels.function_groups[function.name], joined("/aws/lambda/", module.function_name(function)), module
    )
    if function.role is None:
        yield from _role(function, label, module)


def _settings(function: PlannedFunction, module: Module) -> Iterator[Block]:
    if function.environment:
        environment = {name: module.speller.value(text) for name, text in function.environment.items()}
        yield nested("environment", {"variables": mapped(environment)})
    group = Code(f"aws_cloudwatch_log_group.{module.labels.function_groups[function.name]}.name")
    yield nested("logging_config", {"log_format": "Text", "log_group": group})
    if function.tracing:
        yield nested("tracing_config", {"mode": "Active"})


def _role(function: PlannedFunction, label: str, module: Module) -> Iterator[Block]:
    yield resource("aws_iam_role", f"{label}_fn", role_attributes("lambda.amazonaws.com", module.prefix(function.name)))
    stream = quoted(Code(f"aws_cloudwatch_log_group.{module.labels.function_groups[function.name]}.arn"), ":*")
    statements = [allow(("logs:CreateLogStream", "logs:PutLogEvents"), [stream])]
    if function.tracing:
        # X-Ray knows no resource that these could be limited to
        statements.append(allow(("xray:PutTelemetryRecords", "xray:PutTraceSegments"), ["*"]))
    statements += [grant_statement(grant, module) for grant in function.grants]
    yield role_policy(f"{label}_fn", f"{label}_fn", statements)


def package_path(function: PlannedFunction, label: str) -> Value:
    """Returns where the package of a function is: a file of the module, or what the caller says."""
    if function.package is None:
        return Code(f"var.{package_variable(label)}")
    return quoted(Code("path.module"), f"/{package_file(label)}")


def package_file(label: str) -> str:
    """Returns the path of a function's package inside the module."""
    return f"packages/{label}.zip"


def package_variable(label: str) -> str:
    """Returns the name of the variable for a function's zip file."""
    return f"{label}_package"


def permission_blocks(module: Module) -> Iterator[Block]:
    """Yields the permissions to call functions, one resource for all calls of the same."""
    groups: dict[str, list[Permission]] = {}
    for permission in module.plan.permissions:
        called = (permission.planned, permission.function, permission.uri, permission.qualifier)
        groups.setdefault(repr(called), []).append(permission)
    named = distinct(_words(group[0]) for group in groups.values())
    for label, group in zip(named, groups.values(), strict=True):
        yield _permission(group, label, module)


def _words(permission: Permission) -> str:
    text = permission.function or permission.uri or Text(())
    words = "_".join(part.name if isinstance(part, Deferred) else part.rpartition(":")[2] for part in text.parts)
    return "_".join(word for word in (permission.planned or words, permission.qualifier) if word)


def _permission(group: list[Permission], label: str, module: Module) -> Block:
    first = group[0]
    several = [Literal(permission.source) for permission in group] if len(group) > 1 else None
    attributes: dict[str, Value | str | None] = {
        "for_each": Call("toset", (Listed(tuple(several)),)) if several is not None else None,
        "action": "lambda:InvokeFunction",
        "function_name": _called_function(first, module),
        "qualifier": first.qualifier,
        "principal": "apigateway.amazonaws.com",
        "source_arn": quoted(Code(f"{module.api}.execution_arn"), Code("each.value") if several else first.source),
    }
    return resource("aws_lambda_permission", label, attributes)


def _called_function(permission: Permission, module: Module) -> Value | None:
    if permission.planned is not None:
        return Code(f"aws_lambda_function.{module.labels.functions[permission.planned]}.function_name")
    if permission.uri is not None:
        uri = module.speller.value(permission.uri)
        return Call("try", (Index(Call("regex", (Literal(_FUNCTION), uri)), 0), uri))
    return module.speller.value(permission.function) if permission.function is not None else None
