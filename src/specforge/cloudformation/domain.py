"""The custom domain in CloudFormation, the mapping of the API and the DNS records."""

from __future__ import annotations

from specforge.cloudformation.template import API, Template, present
from specforge.infrastructure import PlannedDomain
from specforge.ir import Data


def add_domain(template: Template) -> None:
    """Adds the custom domain, the mapping of the API and the DNS record."""
    domain = template.plan.domain
    if domain is None:
        return
    if not domain.existing:
        kind = "AWS::ApiGateway::DomainName" if template.plan.is_rest else "AWS::ApiGatewayV2::DomainName"
        template.add(
            "Domain", kind, _rest_domain(domain, template) if template.plan.is_rest else _http_domain(domain, template)
        )
    _add_mapping(domain, template)
    for record_type in domain.record_types:
        _add_record(domain, record_type, template)


def _certificate(domain: PlannedDomain, template: Template) -> Data:
    return template.text(domain.certificate) or {"Ref": "CertificateArn"}


def _mutual_tls(domain: PlannedDomain, template: Template) -> Data:
    if domain.truststore is None:
        return None
    version = template.text(domain.truststore_version)
    return present({"TruststoreUri": template.text(domain.truststore), "TruststoreVersion": version})


def _rest_domain(domain: PlannedDomain, template: Template) -> dict[str, Data]:
    return {
        "DomainName": template.speller.spell(domain.name),
        "CertificateArn" if domain.edge else "RegionalCertificateArn": _certificate(domain, template),
        "EndpointConfiguration": present(
            {"Types": ["EDGE" if domain.edge else "REGIONAL"], "IpAddressType": domain.ip_address_type}
        ),
        "SecurityPolicy": domain.security_policy,
        "MutualTlsAuthentication": _mutual_tls(domain, template),
        "OwnershipVerificationCertificateArn": template.text(domain.ownership_certificate),
    }


def _http_domain(domain: PlannedDomain, template: Template) -> dict[str, Data]:
    configuration: dict[str, Data] = {
        "CertificateArn": _certificate(domain, template),
        "EndpointType": "REGIONAL",
        "SecurityPolicy": domain.security_policy,
        "IpAddressType": domain.ip_address_type,
        "OwnershipVerificationCertificateArn": template.text(domain.ownership_certificate),
    }
    return {
        "DomainName": template.speller.spell(domain.name),
        "DomainNameConfigurations": [present(configuration)],
        "MutualTlsAuthentication": _mutual_tls(domain, template),
    }


def _add_mapping(domain: PlannedDomain, template: Template) -> None:
    base_path = (domain.base_path or "").strip("/") or None
    name: Data = template.text(domain.name) if domain.existing else {"Ref": "Domain"}
    common: dict[str, Data] = {"DomainName": name, "Stage": template.stage_ref(domain.stage)}
    if template.plan.is_rest and not domain.is_multi_level:
        mapping: dict[str, Data] = {"RestApiId": {"Ref": API}, "BasePath": base_path, **common}
        template.add("Mapping", "AWS::ApiGateway::BasePathMapping", mapping)
    else:
        mapping = {"ApiId": {"Ref": API}, "ApiMappingKey": base_path, **common}
        template.add("Mapping", "AWS::ApiGatewayV2::ApiMapping", mapping)


def _add_record(domain: PlannedDomain, record_type: str, template: Template) -> None:
    prefix = "Distribution" if domain.edge and template.plan.is_rest else "Regional"
    target: dict[str, Data] = {
        "DNSName": {"Fn::GetAtt": ["Domain", f"{prefix}DomainName"]},
        "HostedZoneId": {"Fn::GetAtt": ["Domain", f"{prefix}HostedZoneId"]},
    }
    properties: dict[str, Data] = {
        "HostedZoneId": template.text(domain.hosted_zone),
        "Name": template.speller.spell(domain.name),
        "Type": record_type,
        "AliasTarget": target,
    }
    logical_id = "DomainRecord" if record_type == "A" else f"DomainRecord{record_type.capitalize()}"
    template.add(logical_id, "AWS::Route53::RecordSet", properties)
