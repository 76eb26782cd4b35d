from __future__ import annotations

from pathlib import Path

from specforge.config import read_config
from specforge.diagnostics import Report
from specforge.ir import Deployment, Text
from specforge.lower.deployment import lower_deployment
from specforge.source import Files
from tests.lower.documents import configured


def deployment_of(text: str, folder: Path) -> Deployment:
    deployment = lower_deployment(configured(text, folder))
    assert deployment is not None
    return deployment


def test_without_deploy_and_cors_there_is_none() -> None:
    assert lower_deployment(configured()) is None


def test_endpoint_region_domain_and_functions(tmp_path: Path) -> None:
    deployment = deployment_of(
        """
        deploy:
          endpoint: {type: private, vpc-endpoints: [vpce-1], ip-address-type: dualstack, disable-default: true}
          region: eu-west-1
          domain:
            name: api.example.com
            certificate: "${certificate}"
            hosted-zone: Z1
            base-path: v1
            security-policy: TLS_1_2
            mutual-tls: {truststore: s3://b/t.pem, version: "1"}
          functions:
            f: {handler: a.b, runtime: python3.13, code: src/, timeout: 3, memory: 128, environment: {A: b}}
        """,
        tmp_path,
    )
    endpoint, domain, (function,) = deployment.endpoint, deployment.domain, deployment.functions

    assert endpoint is not None
    assert (endpoint.type, endpoint.vpc_endpoints, endpoint.ip_address_type, endpoint.disable_default) == (
        "private",
        (Text(("vpce-1",)),),
        "dualstack",
        True,
    )
    assert deployment.region == "eu-west-1"
    assert domain is not None
    assert (str(domain.name), str(domain.certificate), str(domain.hosted_zone)) == (
        "api.example.com",
        "${certificate}",
        "Z1",
    )
    assert (domain.base_path, domain.security_policy) == ("v1", "TLS_1_2")
    assert (str(domain.truststore), str(domain.truststore_version)) == ("s3://b/t.pem", "1")
    assert (function.name, function.handler, function.runtime, function.code) == ("f", "a.b", "python3.13", "src/")
    assert (function.timeout_s, function.memory_mb, function.environment) == (3, 128, {"A": Text(("b",))})


def test_usage_plans(tmp_path: Path) -> None:
    whole, broken = deployment_of(
        """
        deploy:
          usage-plans:
            gold: {throttle: {rate: 1, burst: 2}, quota: {limit: 5, per: month, offset: 1}, stages: [prod], keys: [k]}
            broken: {quota: {limit: many}}
        """,
        tmp_path,
    ).usage_plans

    assert whole.throttle is not None
    assert whole.quota is not None
    assert (whole.quota.limit, whole.quota.per, whole.quota.offset) == (5, "month", 1)
    assert (whole.stages, whole.keys) == (("prod",), ("k",))
    assert broken.quota is None


def test_cors_needs_no_deploy(tmp_path: Path) -> None:
    cors = deployment_of(
        "cors: {origins: [a], methods: [GET], headers: [H], expose-headers: [E], credentials: true, max-age: 5}",
        tmp_path,
    ).cors

    assert cors is not None
    assert (cors.origins, cors.methods, cors.headers, cors.expose_headers) == (("a",), ("GET",), ("H",), ("E",))
    assert (cors.credentials, cors.max_age_s) == (True, 5)


def test_a_policy_stands_in_a_file_or_inline(tmp_path: Path) -> None:
    tmp_path.joinpath("policy.json").write_text('{"Statement": [{"Effect": "Allow"}]}')
    named = deployment_of("deploy: {policy: policy.json}", tmp_path).policy
    inline = deployment_of("deploy: {policy: {Statement: [{Effect: Deny}]}}", tmp_path).policy

    assert named is not None
    assert [statement.effect for statement in named.statements] == ["Allow"]
    assert named.origin.entry.file.endswith("policy.json")
    assert inline is not None
    assert [statement.effect for statement in inline.statements] == ["Deny"]


def test_a_policy_file_given_by_an_option_is_relative_to_the_configuration(tmp_path: Path) -> None:
    tmp_path.joinpath("policy.json").write_text('{"Statement": []}')
    tmp_path.joinpath("specforge.yaml").write_text("spec: a.yaml")
    config = read_config(
        str(tmp_path / "specforge.yaml"), ("deploy.policy=policy.json",), Files(str(tmp_path)), Report()
    )
    deployment = lower_deployment(config)

    assert deployment is not None
    assert deployment.policy is not None


def test_a_policy_file_that_is_not_there_is_reported_where_it_is_named(tmp_path: Path) -> None:
    tmp_path.joinpath("specforge.yaml").write_text("deploy: {policy: gone.json}")
    report = Report()
    config = read_config(str(tmp_path / "specforge.yaml"), (), Files(str(tmp_path)), report)
    deployment = lower_deployment(config)

    assert deployment is not None
    assert deployment.policy is None
    assert [(finding.rule, finding.origin.path()) for finding in report.findings] == [
        ("file-not-readable", "/deploy/policy")
    ]
