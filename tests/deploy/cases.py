"""What is deployed on trial: the examples, and real documents of every sort."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from specforge.compiler import Options, compile_all
from tests.required import ROOT

EXAMPLES = ("orders", "catalog")
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


class Case(NamedTuple):
    """One API and the files of one target for it, by name."""

    name: str
    files: dict[str, str]


def examples(target: str) -> list[Case]:
    """Returns the APIs of `specs/`."""
    return [case for name in EXAMPLES for case in cases(ROOT / "specs" / f"{name}.yaml", target)]


def cases(path: Path, target: str) -> Iterator[Case]:
    """Yields the APIs of a file that the target is for."""
    for result in compile_all(str(path), options=Options(targets=(target,), allow_errors=True)):
        files = {file.path.name: file.data.decode() for file in result.files}
        if files:
            yield Case(result.name.rpartition("/")[2], files)
