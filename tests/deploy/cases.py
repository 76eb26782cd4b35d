"""What is deployed on trial: the examples, and real documents of every sort."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from specforge.compiler import Options, compile_all
from specforge.diagnostics import Report
from specforge.output import OutputFile
from specforge.targets.registry import load
from tests.infrastructure.apis import an_api
from tests.required import ROOT

EXAMPLES = ("orders", "catalog", "uploads")
# Intrinsics, placeholders, OpenAPI 2.0 and 3, REST and HTTP, conditions, policies, conversions, large and small.
DOCUMENTS = (
    "NHSDigital__nhs-notify-web-template-management__infrastructure__terraform__modules__backend-api__spec.tmpl.json",
    "BIBSYSDEV__nva-publication-api__docs__openapi.yaml",
    "aws__serverless-application-model__tests__translator__input__api_http_paths_with_if_condition_no_value_then_case.yaml",
    "aws__serverless-application-model__tests__translator__input__api_rest_paths_with_if_condition_openapi.yaml",
    "aws-samples__serverless-patterns__apigw-custom-domain-private-serverless-architecture__template.yaml",
    "aws-samples__serverless-patterns__apigw-http-api-eventbridge__api.yaml",
    "aws-samples__serverless-patterns__apigw-lambda-json-xml-vtl-transformation__template.yaml",
    "aws-samples__serverless-patterns__step-function-sync-rest-api__api.yaml",
    "awsdocs__amazon-api-gateway-developer-guide__doc_source__api-as-s3-proxy-export-swagger-with-extensions.md__block0.json",
    "balabalabear-vault__infra__definitions__api_definition.tpl",
)

CERTIFICATE = "arn:aws:acm:eu-west-1:123456789012:certificate/6c1d2f34-8a1b-4c5d-9e0f-112233445566"
# What the examples do not use.
SETTINGS = {
    "private": """\
        endpoint: {type: private, vpc-endpoints: [vpce-0123456789abcdef0]}
        policy:
          Version: "2012-10-17"
          Statement: [{Effect: Allow, Principal: "*", Action: "execute-api:Invoke", Resource: "execute-api:/*"}]
        stages:
          one: {logs: {access: {to: firehose, name: orders, format: clf}}}
          two: {logs: {access: {to: firehose, format: csv}}}
        """,
    "regional": f"""\
        stages:
          dev: {{client-certificate: true, waf: "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/a/b"}}
          prod:
            cache: {{size: 1.6, ttl: 60, methods: {{"GET /orders/{{id}}": {{enabled: false}}}}}}
            canary: {{percent: 2.5}}
            client-certificate: true
            logs: {{access: {{name: /shop/orders, format: xml}}, execution: "off"}}
        domain:
          name: orders.example.com
          certificate: {CERTIFICATE}
          base-path: shop/v1
          mutual-tls: {{truststore: "s3://trust/store.pem", version: "1"}}
        usage-plans:
          gold: {{throttle: {{rate: 9, burst: 9, methods: {{"GET /orders/{{id}}": {{rate: 1, burst: 1}}}}}}, keys: [a]}}
          silver: {{quota: {{limit: 9, per: week, offset: 1}}, stages: [dev], keys: [a, b]}}
        """,
    "edge": """\
        endpoint: {type: edge}
        domain: {name: orders.example.com, hosted-zone: Z0123456789ABCDEFGHIJ}
        """,
    "http": f"""\
        stages: {{$default: {{variables: {{alias: live}}, logs: {{access: {{name: /shop/orders}}}}}}, next: {{}}}}
        domain: {{name: orders.example.com, certificate: {CERTIFICATE}, hosted-zone: Z0123456789ABCDEFGHIJ}}
        functions: {{getOrder: {{handler: a.b, code: src/, timeout: 9, memory: 512, environment: {{TABLE: orders}}}}}}
        """,
}


class Case(NamedTuple):
    """One API and the files of one target for it: texts by name, other files by path."""

    name: str
    files: dict[str, str]
    packages: Mapping[str, bytes] = {}

    def write(self, folder: Path) -> None:
        """Writes the files below a folder."""
        for path, content in {**{name: text.encode() for name, text in self.files.items()}, **self.packages}.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)


def examples(target: str) -> list[Case]:
    """Returns the APIs of `specs/`."""
    return [case for name in EXAMPLES for case in cases(ROOT / "specs" / f"{name}.yaml", target)]


def settings(name: str, target: str) -> Case:
    """Returns a small API with one of the `SETTINGS`."""
    api = an_api(SETTINGS[name], kind="http" if name == "http" else "rest")
    emitter = load(target)
    files = emitter.emit(api, emitter.options(), Report())
    return _case(name, files)


def cases(path: Path, target: str) -> Iterator[Case]:
    """Yields the APIs of a file that the target is for."""
    for result in compile_all(str(path), options=Options(targets=(target,), allow_errors=True)):
        if result.files:
            yield _case(result.name.rpartition("/")[2], result.files)


def everything(target: str) -> Case:
    """Returns `specs/orders.yaml` with every feature of a deployment on."""
    config = ROOT / "tests" / "deploy" / "everything.yaml"
    options = Options(targets=(target,), config=str(config))
    (result,) = compile_all(str(ROOT / "specs" / "orders.yaml"), options=options)
    return _case("everything", result.files)


def _case(name: str, files: Iterable[OutputFile]) -> Case:
    texts: dict[str, str] = {}
    packages: dict[str, bytes] = {}
    for file in files:
        if isinstance(file.content, str):
            texts[file.path.name] = file.content
        else:
            packages["/".join(file.path.parts[1:])] = file.content
    return Case(name, texts, packages)
