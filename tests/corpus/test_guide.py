"""The documents of AWS's developer guide: those that are correct have neither an error nor a warning.

What is wrong with the others, and why a reader of the guide would not dispute it, is in docs/judgements-validation.md.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from specforge.diagnostics import Severity
from tests.corpus.runs import files, findings
from tests.required import ROOT

GUIDE = "awsdocs__amazon-api-gateway-developer-guide__doc_source__"
EXPORT = "api-gateway-documenting-api-quick-start-publishing.md"
FAULTY = {
    "api-as-kinesis-proxy-export-swagger-with-extensions.md__block0": {"unknown-template-reference"},
    "api-as-kinesis-proxy-export-swagger-with-extensions.md__block1": {
        "tolerated-openapi-violation",
        "unknown-template-reference",
    },
    "api-as-s3-proxy-export-swagger-with-extensions.md__block0": {"tolerated-openapi-violation"},
    f"{EXPORT}__block6": {"operation-without-integration"},
    f"{EXPORT}__block7": {"operation-without-integration"},
    "api-gateway-extensions-integrations.md__block0": {"tolerated-openapi-violation"},
    "api-gateway-request-validation-sample-api-swagger.md__block0": {
        "integration-response-status-undeclared",
        "tolerated-openapi-violation",
        "undefined-security-scheme",
    },
    "api-gateway-request-validation-set-up.md__block4": {"json-syntax-error"},
    "api-gateway-swagger-extensions-authtype.md__block1": {"operation-without-integration"},
    "create-api-using-swagger.md__block0": {"tolerated-openapi-violation"},
}
"""Excerpts, exports and mistakes of the guide, and the rules that find what is wrong."""
PAGE = ROOT / "docs" / "judgements-validation.md"


def of_guide() -> list[Path]:
    return [path for path in files(["aws"]) if path.name.startswith(GUIDE)]


def name_of(path: Path) -> str:
    return path.stem.removeprefix(GUIDE)


def wrong_with(path: Path) -> set[str]:
    return {one.rule for one in findings([path]) if one.severity >= Severity.WARNING}


def test_correct_documents_of_the_guide_have_no_error_and_no_warning() -> None:
    correct = [path for path in of_guide() if name_of(path) not in FAULTY]

    assert {path.name: wrong_with(path) for path in correct if wrong_with(path)} == {}
    assert len(correct) >= 13


def test_what_is_wrong_with_the_others_is_known_and_judged() -> None:
    faulty = {name_of(path): path for path in of_guide() if name_of(path) in FAULTY}

    assert {name: wrong_with(path) for name, path in faulty.items()} == FAULTY
    judged = PAGE.read_text(encoding="utf-8")
    assert [name for name in FAULTY if f"`{name}` | " not in judged] == []


@pytest.mark.parametrize("name", ["orders", "catalog", "uploads"])
def test_our_own_examples_have_no_error_and_no_warning(name: str) -> None:
    assert wrong_with(ROOT / "specs" / f"{name}.yaml") == set()
