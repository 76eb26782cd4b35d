"""What stands around the API in Terraform: functions and their permissions, usage plans, the custom domain."""

from __future__ import annotations

from collections.abc import Iterator

from specforge.infrastructure import Permission, PlannedDomain, PlannedFunction, PlannedUsagePlan
from specforge.targets.terraform.blocks import (
    Block,
    Call,
    Code,
    Index,
    Literal,
    Value,
    block,
    listed,
    mapped,
    quoted,
    resource,
)
from specforge.targets.terraform.logs import assume_role
from specforge.targets.terraform.module import TAGS, Module, labels, nested

# The function in the URI of an integration; what does not look like one is a function's ARN already.
_FUNCTION = "/functions/([^/]+)/"


def function_blocks(module: Module) -> Iterator[Block]:
    """Yields the functions with their roles."""
    for function in module.plan.functions:
        yield from _function(function, module)


def _function(function: PlannedFunction, module: Module) -> Iterator[Block]:
    label = module.functions[function.name]
    package = Code(f"var.{package_variable(label)}")
    environment = {name: module.speller.value(text) for name, text in function.environment.items()}
    attributes: dict[str, Value | str | int | None] = {
        "function_name": function.function_name or function.name,
        "role": Code(f"aws_iam_role.{label}_function.arn"),
        "handler": function.handler,
        "runtime": function.runtime,
        "timeout": function.timeout_s,
        "memory_size": function.memory_mb,
        "filename": package,
        "source_code_hash": Code(f"filebase64sha256({package.code})"),
        "tags": TAGS,
    }
    inner = [nested("environment", {"variables": mapped(environment)})] if environment else []
    yield resource("aws_lambda_function", label, attributes, *inner)
    role = {"assume_role_policy": assume_role("lambda.amazonaws.com"), "tags": TAGS}
    yield resource("aws_iam_role", f"{label}_function", role)
    logs = module.in_arn("iam::aws:policy/service-role/AWSLambdaBasicExecutionRole")
    attachment: dict[str, Value] = {"role": Code(f"aws_iam_role.{label}_function.name"), "policy_arn": logs}
    yield resource("aws_iam_role_policy_attachment", f"{label}_function", attachment)


def package_variable(label: str) -> str:
    """Returns the name of the variable for a function's zip file."""
    return f"{label}_package"


def permission_blocks(module: Module) -> Iterator[Block]:
    """Yields the permissions to call functions."""
    named = labels(permission.name for permission in module.plan.permissions)
    for permission in module.plan.permissions:
        attributes: dict[str, Value | str | None] = {
            "action": "lambda:InvokeFunction",
            "function_name": _function_name(permission, module),
            "qualifier": permission.qualifier,
            "principal": "apigateway.amazonaws.com",
            "source_arn": quoted(Code(f"{module.api}.execution_arn"), permission.source),
        }
        yield resource("aws_lambda_permission", named[permission.name], attributes)


def _function_name(permission: Permission, module: Module) -> Value | None:
    if permission.planned is not None:
        return Code(f"aws_lambda_function.{module.functions[permission.planned]}.function_name")
    if permission.uri is not None:
        uri = module.speller.value(permission.uri)
        return Call("try", (Index(Call("regex", (Literal(_FUNCTION), uri)), 0), uri))
    return module.speller.value(permission.function) if permission.function is not None else None


def usage_plan_blocks(module: Module) -> Iterator[Block]:
    """Yields the API keys, the usage plans and which key is in which plan."""
    keys = labels(module.plan.api_keys)
    for name, label in keys.items():
        yield resource("aws_api_gateway_api_key", label, {"name": name, "tags": TAGS})
    plans = labels(plan.name for plan in module.plan.usage_plans)
    members = labels(f"{plan.name} {key}" for plan in module.plan.usage_plans for key in plan.keys)
    for plan in module.plan.usage_plans:
        yield _usage_plan(plan, plans[plan.name], module)
        for key in plan.keys:
            attributes: dict[str, Value | str] = {
                "key_id": Code(f"aws_api_gateway_api_key.{keys[key]}.id"),
                "key_type": "API_KEY",
                "usage_plan_id": Code(f"aws_api_gateway_usage_plan.{plans[plan.name]}.id"),
            }
            yield resource("aws_api_gateway_usage_plan_key", members[f"{plan.name} {key}"], attributes)


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


def domain_blocks(module: Module) -> Iterator[Block]:
    """Yields the custom domain, the mapping of the API and the DNS record."""
    domain = module.plan.domain
    if domain is None:
        return
    is_rest = module.plan.is_rest
    yield _rest_domain(domain, module) if is_rest else _http_domain(domain, module)
    yield _mapping(domain, module)
    if domain.hosted_zone is not None:
        yield _record(domain, module)


def _certificate(domain: PlannedDomain, module: Module) -> Value:
    return module.speller.value(domain.certificate) if domain.certificate is not None else Code("var.certificate_arn")


def _mutual_tls(domain: PlannedDomain, module: Module) -> tuple[Block, ...]:
    if domain.truststore is None:
        return ()
    version = domain.truststore_version
    attributes = {
        "truststore_uri": module.speller.value(domain.truststore),
        "truststore_version": module.speller.value(version) if version is not None else None,
    }
    return (nested("mutual_tls_authentication", attributes),)


def _rest_domain(domain: PlannedDomain, module: Module) -> Block:
    certificate = "certificate_arn" if domain.edge else "regional_certificate_arn"
    attributes: dict[str, Value | str] = {
        "domain_name": module.speller.value(domain.name),
        certificate: _certificate(domain, module),
        "security_policy": domain.security_policy,
        "tags": TAGS,
    }
    endpoint = nested("endpoint_configuration", {"types": listed("EDGE" if domain.edge else "REGIONAL")})
    return resource("aws_api_gateway_domain_name", "this", attributes, endpoint, *_mutual_tls(domain, module))


def _http_domain(domain: PlannedDomain, module: Module) -> Block:
    configuration = nested(
        "domain_name_configuration",
        {
            "certificate_arn": _certificate(domain, module),
            "endpoint_type": "REGIONAL",
            "security_policy": domain.security_policy,
        },
    )
    attributes: dict[str, Value] = {"domain_name": module.speller.value(domain.name), "tags": TAGS}
    return resource("aws_apigatewayv2_domain_name", "this", attributes, configuration, *_mutual_tls(domain, module))


def _mapping(domain: PlannedDomain, module: Module) -> Block:
    base_path = (domain.base_path or "").strip("/") or None
    owner = "aws_api_gateway_domain_name" if module.plan.is_rest else "aws_apigatewayv2_domain_name"
    name = Code(f"{owner}.this.domain_name")
    if module.plan.is_rest and not domain.is_multi_level:
        attributes: dict[str, Value | str | None] = {
            "api_id": module.api_id,
            "stage_name": module.stage(domain.stage, "stage_name"),
            "domain_name": name,
            "base_path": base_path,
        }
        return resource("aws_api_gateway_base_path_mapping", "this", attributes)
    stage = module.stage(domain.stage, "stage_name" if module.plan.is_rest else "name")
    mapping = {"api_id": module.api_id, "stage": stage, "domain_name": name, "api_mapping_key": base_path}
    return resource("aws_apigatewayv2_api_mapping", "this", mapping)


def _record(domain: PlannedDomain, module: Module) -> Block:
    if not module.plan.is_rest:
        owner = "aws_apigatewayv2_domain_name.this.domain_name_configuration[0]"
        target, zone = f"{owner}.target_domain_name", f"{owner}.hosted_zone_id"
    else:
        owner = "aws_api_gateway_domain_name.this"
        kind = "cloudfront" if domain.edge else "regional"
        target, zone = f"{owner}.{kind}_domain_name", f"{owner}.{kind}_zone_id"
    alias = nested("alias", {"name": Code(target), "zone_id": Code(zone), "evaluate_target_health": False})
    hosted_zone = module.speller.value(domain.hosted_zone) if domain.hosted_zone is not None else None
    attributes = {"zone_id": hosted_zone, "name": module.speller.value(domain.name), "type": "A"}
    return resource("aws_route53_record", "this", attributes, alias)
