"""The custom domain in Terraform: the domain, the mapping of the API, and the DNS records."""

from __future__ import annotations

from collections.abc import Iterator

from specforge.infrastructure import PlannedDomain
from specforge.targets.terraform.blocks import Block, Call, Code, Value, listed, resource
from specforge.targets.terraform.module import TAGS, Module, nested


def domain_blocks(module: Module) -> Iterator[Block]:
    """Yields the custom domain, the mapping of the API and the DNS records; of a domain made elsewhere the mapping."""
    domain = module.plan.domain
    if domain is None:
        return
    if not domain.existing:
        yield _rest_domain(domain, module) if module.plan.is_rest else _http_domain(domain, module)
    yield _mapping(domain, module)
    if domain.record_types:
        yield _records(domain, module)


def _certificate(domain: PlannedDomain, module: Module) -> Value:
    return module.speller.value(domain.certificate) if domain.certificate is not None else Code("var.certificate_arn")


def _ownership(domain: PlannedDomain, module: Module) -> Value | None:
    given = domain.ownership_certificate
    return module.speller.value(given) if given is not None else None


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
    attributes: dict[str, Value | str | None] = {
        "domain_name": module.speller.value(domain.name),
        certificate: _certificate(domain, module),
        "ownership_verification_certificate_arn": _ownership(domain, module),
        "security_policy": domain.security_policy,
        "tags": TAGS,
    }
    types = listed("EDGE" if domain.edge else "REGIONAL")
    endpoint = nested("endpoint_configuration", {"types": types, "ip_address_type": domain.ip_address_type})
    return resource("aws_api_gateway_domain_name", "this", attributes, endpoint, *_mutual_tls(domain, module))


def _http_domain(domain: PlannedDomain, module: Module) -> Block:
    configuration = nested(
        "domain_name_configuration",
        {
            "certificate_arn": _certificate(domain, module),
            "endpoint_type": "REGIONAL",
            "ip_address_type": domain.ip_address_type,
            "ownership_verification_certificate_arn": _ownership(domain, module),
            "security_policy": domain.security_policy,
        },
    )
    attributes: dict[str, Value] = {"domain_name": module.speller.value(domain.name), "tags": TAGS}
    return resource("aws_apigatewayv2_domain_name", "this", attributes, configuration, *_mutual_tls(domain, module))


def _mapping(domain: PlannedDomain, module: Module) -> Block:
    """Returns the mapping; only those of API version 2 take a base path of several levels."""
    base_path = (domain.base_path or "").strip("/") or None
    owner = "aws_api_gateway_domain_name" if module.plan.is_rest else "aws_apigatewayv2_domain_name"
    name = module.speller.value(domain.name) if domain.existing else Code(f"{owner}.this.domain_name")
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


def target_of(module: Module) -> tuple[Code, Code]:
    """Returns the name and the hosted zone that a DNS record of the domain points to."""
    if not module.plan.is_rest:
        owner = "aws_apigatewayv2_domain_name.this.domain_name_configuration[0]"
        return Code(f"{owner}.target_domain_name"), Code(f"{owner}.hosted_zone_id")
    kind = "cloudfront" if module.plan.domain is not None and module.plan.domain.edge else "regional"
    owner = f"aws_api_gateway_domain_name.this.{kind}"
    return Code(f"{owner}_domain_name"), Code(f"{owner}_zone_id")


def _records(domain: PlannedDomain, module: Module) -> Block:
    target, zone = target_of(module)
    types = domain.record_types
    alias = nested("alias", {"name": target, "zone_id": zone, "evaluate_target_health": False})
    attributes: dict[str, Value | str | None] = {
        "for_each": Call("toset", (listed(*types),)),
        "zone_id": module.speller.value(domain.hosted_zone) if domain.hosted_zone is not None else None,
        "name": module.speller.value(domain.name),
        "type": Code("each.value"),
    }
    return resource("aws_route53_record", "this", attributes, alias)
