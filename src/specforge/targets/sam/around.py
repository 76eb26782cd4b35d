"""What stands around the API in CloudFormation: functions and permissions, usage plans, the custom domain."""

from __future__ import annotations

from specforge.diagnostics import Report
from specforge.infrastructure import Permission, PlannedDomain, PlannedFunction, PlannedUsagePlan
from specforge.ir import Data, Text
from specforge.targets.sam.template import API, Template, logical_ids

_EXECUTE = "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}"


def add_functions(template: Template, code_root: str) -> None:
    """Adds the functions; SAM makes their roles."""
    for function in template.plan.functions:
        logical_id = template.functions[function.name]
        template.add(logical_id, "AWS::Serverless::Function", _function(function, template, code_root))


def _function(function: PlannedFunction, template: Template, code_root: str) -> dict[str, Data]:
    environment = template.texts(function.environment)
    return {
        "FunctionName": function.function_name,
        "CodeUri": f"{code_root.rstrip('/')}/{function.code}" if not function.code.startswith("/") else function.code,
        "Handler": function.handler,
        "Runtime": function.runtime,
        "Timeout": function.timeout_s,
        "MemorySize": function.memory_mb,
        "Environment": {"Variables": environment} if environment is not None else None,
    }


def add_permissions(template: Template, report: Report) -> None:
    """Adds the permissions to call functions.

    The integration of an HTTP API may name a function by its ARN or by the ARN of its invocation; CloudFormation can
    take apart only what it knows the form of.
    """
    named = logical_ids((permission.name for permission in template.plan.permissions), "Permission")
    for permission in template.plan.permissions:
        if permission.uri is not None and not template.plan.is_rest:
            message = f"{permission.uri} is a function that only the deployment knows; it gets no permission here"
            report.add("lambda-permission-not-derivable", permission.origin, message)
            continue
        properties: dict[str, Data] = {
            "Action": "lambda:InvokeFunction",
            "FunctionName": _function_name(permission, template),
            "Principal": "apigateway.amazonaws.com",
            "SourceArn": {"Fn::Sub": _EXECUTE + permission.source.replace("${", "${!")},
        }
        template.add(named[permission.name], "AWS::Lambda::Permission", properties)


def _function_name(permission: Permission, template: Template) -> Data:
    if permission.planned is not None:
        return {"Ref": template.functions[permission.planned]}
    if permission.uri is not None:
        behind: Data = {"Fn::Select": [1, {"Fn::Split": ["/functions/", template.speller.spell(permission.uri)]}]}
        return {"Fn::Select": [0, {"Fn::Split": ["/invocations", behind]}]}
    function = permission.function if permission.function is not None else Text(())
    return template.speller.spell(function + f":{permission.qualifier}" if permission.qualifier else function)


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
        _present({"ApiId": {"Ref": API}, "Stage": template.stage_ref(stage), "Throttle": throttles or None})
        for stage in plan.stages
    ]
    quota: dict[str, Data] = {"Limit": plan.limit, "Period": plan.per, "Offset": plan.offset}
    return {
        "UsagePlanName": plan.name,
        "ApiStages": stages,
        "Quota": _present(quota) if plan.limit is not None else None,
        "Throttle": _throttle(plan.rate, plan.burst) or None,
    }


def _throttle(rate: float | None, burst: int | None) -> dict[str, Data]:
    return _present({"RateLimit": rate, "BurstLimit": burst})


def _present(values: dict[str, Data]) -> dict[str, Data]:
    return {name: value for name, value in values.items() if value is not None}


def add_domain(template: Template) -> None:
    """Adds the custom domain, the mapping of the API and the DNS record."""
    domain = template.plan.domain
    if domain is None:
        return
    if template.plan.is_rest:
        template.add("Domain", "AWS::ApiGateway::DomainName", _rest_domain(domain, template))
    else:
        template.add("Domain", "AWS::ApiGatewayV2::DomainName", _http_domain(domain, template))
    _add_mapping(domain, template)
    if domain.hosted_zone is not None:
        _add_record(domain, template)


def _certificate(domain: PlannedDomain, template: Template) -> Data:
    return template.speller.spell(domain.certificate) if domain.certificate is not None else {"Ref": "CertificateArn"}


def _mutual_tls(domain: PlannedDomain, template: Template) -> Data:
    if domain.truststore is None:
        return None
    version = domain.truststore_version
    found: dict[str, Data] = {"TruststoreUri": template.speller.spell(domain.truststore)}
    return found if version is None else {**found, "TruststoreVersion": template.speller.spell(version)}


def _rest_domain(domain: PlannedDomain, template: Template) -> dict[str, Data]:
    return {
        "DomainName": template.speller.spell(domain.name),
        "CertificateArn" if domain.edge else "RegionalCertificateArn": _certificate(domain, template),
        "EndpointConfiguration": {"Types": ["EDGE" if domain.edge else "REGIONAL"]},
        "SecurityPolicy": domain.security_policy,
        "MutualTlsAuthentication": _mutual_tls(domain, template),
    }


def _http_domain(domain: PlannedDomain, template: Template) -> dict[str, Data]:
    configuration: dict[str, Data] = {
        "CertificateArn": _certificate(domain, template),
        "EndpointType": "REGIONAL",
        "SecurityPolicy": domain.security_policy,
    }
    return {
        "DomainName": template.speller.spell(domain.name),
        "DomainNameConfigurations": [configuration],
        "MutualTlsAuthentication": _mutual_tls(domain, template),
    }


def _add_mapping(domain: PlannedDomain, template: Template) -> None:
    base_path = (domain.base_path or "").strip("/") or None
    common: dict[str, Data] = {"DomainName": {"Ref": "Domain"}, "Stage": template.stage_ref(domain.stage)}
    if template.plan.is_rest and not domain.is_multi_level:
        mapping: dict[str, Data] = {"RestApiId": {"Ref": API}, "BasePath": base_path, **common}
        template.add("Mapping", "AWS::ApiGateway::BasePathMapping", mapping)
    else:
        mapping = {"ApiId": {"Ref": API}, "ApiMappingKey": base_path, **common}
        template.add("Mapping", "AWS::ApiGatewayV2::ApiMapping", mapping)


def _add_record(domain: PlannedDomain, template: Template) -> None:
    prefix = "Distribution" if domain.edge and template.plan.is_rest else "Regional"
    target: dict[str, Data] = {
        "DNSName": {"Fn::GetAtt": ["Domain", f"{prefix}DomainName"]},
        "HostedZoneId": {"Fn::GetAtt": ["Domain", f"{prefix}HostedZoneId"]},
    }
    properties: dict[str, Data] = {
        "HostedZoneId": template.speller.spell(domain.hosted_zone) if domain.hosted_zone is not None else None,
        "Name": template.speller.spell(domain.name),
        "Type": "A",
        "AliasTarget": target,
    }
    template.add("DomainRecord", "AWS::Route53::RecordSet", properties)
