from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import jsonschema_rs
import pytest

from specforge.config import Config, default_config, find_config, json_schema, read_config
from specforge.diagnostics import Report
from specforge.errors import ConfigError
from specforge.source import Files, read_text
from tests.required import ROOT

WHOLE = """
    spec: openapi.yaml
    api: {kind: rest, name: orders}
    build:
      out: dist
      targets: [openapi, docs]
      clients: {pagination: {token: nextToken, items: items}, int64: bigint, idempotency-header: Idempotency-Key}
      python-client: {package: orders_client}
      docs: {title: Orders API, logo: logo.svg, edition: public}
    lint:
      select: [all]
      ignore: [model-unused]
      severity: {operation-without-authorization: error}
      per-path: {"/health": {ignore: [operation-without-authorization]}}
    cors: {origins: ["https://app.example.com"], headers: [Authorization], credentials: true, max-age: 600}
    deploy:
      endpoint: {type: regional}
      region: eu-west-1
      stages:
        dev: {throttle: {rate: 50, burst: 100}, tracing: true}
        prod:
          variables: {table: orders}
          cache:
            {size: 0.5, ttl: 300, encrypted: true, methods: {"GET /orders": {ttl: 60}},
             invalidation: {require-authorization: true, unauthorized: fail-with-403}}
          throttle: {rate: 1000, burst: 2000, methods: {"POST /orders": {rate: 100, burst: 200}}}
          logs: {access: {to: cloudwatch, format: json}, execution: error}
          metrics: true
          canary: {percent: 10, variables: {table: orders-next}}
          waf: arn:aws:wafv2:eu-west-1:1:regional/webacl/x
      domain: {name: api.example.com, certificate: !Ref Cert, hosted-zone: Z1, base-path: v1,
               mutual-tls: {truststore: "s3://bucket/truststore.pem"}}
      policy: policy.json
      usage-plans:
        gold: {throttle: {rate: 100, burst: 200}, quota: {limit: 1000000, per: month}, stages: [prod], keys: [a]}
      functions:
        createOrder: {handler: orders.create, runtime: python3.13, code: src/}
"""


def read(folder: Path, text: str, *settings: str, report: Report | None = None) -> Config:
    folder.joinpath("specforge.yaml").write_text(dedent(text))
    return read_config(
        str(folder / "specforge.yaml"), settings, Files(str(folder)), report if report is not None else Report()
    )


def test_every_documented_key_is_known(tmp_path: Path) -> None:
    report = Report()
    config = read(tmp_path, WHOLE, report=report)

    assert report.findings == []
    assert (config.spec, config.kind, config.name, config.out) == ("openapi.yaml", "rest", "orders", "dist")
    assert config.targets == ("openapi", "docs")
    assert config.named_targets() == ("python-client", "docs")
    assert config.lint is not None
    assert config.cors is not None
    assert config.deploy is not None
    options = config.options("docs")
    assert options is not None
    assert options.value["edition"] == "public"
    assert config.options("sam") is None


def test_clients_share_what_fits(tmp_path: Path) -> None:
    config = read(tmp_path, "build: {clients: {int64: bigint, idempotency-header: 1, pagination: {items: x}, x: 1}}")

    assert config.common("python-client") == {"int64": "bigint"}
    assert config.common("docs") == {}


def test_without_a_file_everything_has_its_default() -> None:
    config = default_config(Files("."), Report())

    assert (config.path, config.spec, config.kind, config.name) == (None, None, None, None)
    assert (config.out, config.targets) == ("build", ())
    assert (config.lint, config.cors, config.deploy, config.clients) == (None, None, None, None)
    assert config.named_targets() == ()


@pytest.mark.parametrize(
    ("text", "rule", "path", "message"),
    [
        ("biuld: {}", "unknown-configuration-key", "/biuld", "did you mean build?"),
        ("build: {target: [docs]}", "unknown-configuration-key", "/build/target", "did you mean targets?"),
        (
            "deploy: {stages: {p: {trace: 1}}}",
            "unknown-configuration-key",
            "/deploy/stages/p/trace",
            "did you mean tracing?",
        ),
        ("api: {kind: soap}", "invalid-configuration", "/api/kind", "api.kind is soap; it must be rest, http or plain"),
        ("build: {targets: docs}", "invalid-configuration", "/build/targets", "it must be a list"),
        ("deploy: {policy: 1}", "invalid-configuration", "/deploy/policy", "it must be a file name or a mapping"),
        ("[1]", "invalid-configuration", "", "the configuration is no mapping"),
    ],
)
def test_what_is_wrong_is_a_finding_with_its_place(
    text: str, rule: str, path: str, message: str, tmp_path: Path
) -> None:
    report = Report()
    read(tmp_path, text, report=report)
    (finding,) = report.findings

    assert (finding.rule, finding.origin.path()) == (rule, path)
    assert message in finding.message


def test_a_kind_that_is_none_counts_as_not_given(tmp_path: Path) -> None:
    assert read(tmp_path, "api: {kind: soap}").kind is None


def test_options_are_applied(tmp_path: Path) -> None:
    config = read(tmp_path, "build: {out: a}", "build.out=b", "api.kind=http")

    assert (config.out, config.kind) == ("b", "http")


def test_a_wrong_option_is_a_finding_at_the_option(tmp_path: Path) -> None:
    report = Report()
    read(tmp_path, "{}", "api.kind=soap", report=report)
    (finding,) = report.findings

    assert finding.origin.entry.file == "--set"


def test_a_file_that_is_broken_is_reported(tmp_path: Path) -> None:
    report = Report()
    config = read(tmp_path, "build: [", report=report)

    assert [finding.rule for finding in report.findings] == ["yaml-syntax-error"]
    assert config.out == "build"


def test_a_file_that_is_not_there_ends_the_run(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"gone\.yaml"):
        read_config(str(tmp_path / "gone.yaml"), (), Files(str(tmp_path)), Report())


def test_the_nearest_configuration_is_found(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    spec = str(inner / "orders.yaml")
    tmp_path.joinpath(".git").mkdir()

    assert find_config(spec) is None
    for place in (tmp_path / "specforge.yaml", inner / "specforge.yaml", inner / "orders.specforge.yaml"):
        place.write_text("{}")
        assert find_config(spec) == str(place)


def test_the_search_ends_at_the_root_of_the_repository(tmp_path: Path) -> None:
    tmp_path.joinpath("specforge.yaml").write_text("{}")
    repository = tmp_path / "repository"
    repository.joinpath(".git").mkdir(parents=True)

    assert find_config(str(repository / "api.yaml")) is None


def test_a_relative_document_has_a_relative_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    tmp_path.joinpath("specs").mkdir()
    tmp_path.joinpath("specforge.yaml").write_text("{}")

    assert find_config("specs/api.yaml") == "specforge.yaml"
    assert find_config("api.yaml") == "specforge.yaml"


@pytest.mark.parametrize("name", ["orders", "catalog"])
def test_the_examples_are_configured_without_findings(name: str) -> None:
    report = Report()
    path = find_config(str(ROOT / "specs" / f"{name}.yaml"))
    config = read_config(path, (), Files(str(ROOT)), report)

    assert report.findings == []
    assert config.spec == f"{name}.yaml"


def test_the_json_schema_agrees_with_the_check() -> None:
    schema = json_schema()
    validator = jsonschema_rs.validator_for(schema)
    whole = read_text(dedent(WHOLE), "specforge.yaml").data

    assert validator.is_valid(whole)
    assert not validator.is_valid({"biuld": {}})
    assert not validator.is_valid({"deploy": {"stages": {"p": {"trace": 1}}}})
    assert not validator.is_valid({"api": {"kind": "soap"}})
