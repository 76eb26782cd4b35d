from __future__ import annotations

from tests.cloudformation.templates import of_type, properties_of, template_of
from tests.infrastructure.apis import an_api

DOMAIN = "domain: {name: api.example.com, certificate: 'arn:aws:acm:x', hosted-zone: Z1, base-path: %s}"


def test_the_domain_of_a_rest_api_has_a_base_path_mapping() -> None:
    api = an_api(DOMAIN % "v1")

    assert properties_of(api, "Mapping")["BasePath"] == "v1"
    assert properties_of(api, "DomainRecord")["AliasTarget"]["DNSName"] == {
        "Fn::GetAtt": ["Domain", "RegionalDomainName"]
    }


def test_a_base_path_of_several_levels_needs_a_mapping_of_version_2() -> None:
    assert properties_of(an_api(DOMAIN % "shop/v1"), "Mapping")["ApiMappingKey"] == "shop/v1"


def test_mutual_tls_is_a_setting_of_the_domain() -> None:
    api = an_api("domain: {name: api.example.com, mutual-tls: {truststore: 's3://b/t.pem'}}")

    assert properties_of(api, "Domain")["MutualTlsAuthentication"] == {"TruststoreUri": "s3://b/t.pem"}
    assert properties_of(api, "Api")["DisableExecuteApiEndpoint"] is True


def test_a_domain_that_was_made_elsewhere_only_gets_a_mapping() -> None:
    api = an_api("domain: {name: api.example.com, existing: true, base-path: v2, hosted-zone: Z1}")

    template = template_of(api)

    assert "Domain" not in template["Resources"]
    assert "DomainRecord" not in template["Resources"]
    assert "CertificateArn" not in template.get("Parameters", {})
    assert properties_of(api, "Mapping")["DomainName"] == "api.example.com"


def test_a_domain_with_ipv6_has_both_records() -> None:
    api = an_api("domain: {name: api.example.com, certificate: c, hosted-zone: Z1, ip-address-type: dualstack}")

    assert [record["Type"] for record in of_type(api, "AWS::Route53::RecordSet")] == ["A", "AAAA"]
    assert properties_of(api, "Domain")["EndpointConfiguration"]["IpAddressType"] == "dualstack"


def test_an_edge_domain_points_to_the_distribution() -> None:
    api = an_api("endpoint: {type: edge}\ndomain: {name: api.example.com, certificate: c, hosted-zone: Z1}")

    records = of_type(api, "AWS::Route53::RecordSet")

    assert [record["Type"] for record in records] == ["A", "AAAA"]
    assert records[1]["AliasTarget"]["DNSName"] == {"Fn::GetAtt": ["Domain", "DistributionDomainName"]}


def test_the_owner_of_an_imported_certificate_is_shown_by_a_public_one() -> None:
    api = an_api(
        "domain: {name: a.example.com, certificate: c, mutual-tls: {truststore: 's3://b/t', ownership-certificate: o}}"
    )

    assert properties_of(api, "Domain")["OwnershipVerificationCertificateArn"] == "o"
