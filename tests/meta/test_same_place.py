"""No two rules report one place for one cause: each pair of rules that meet at a place is judged here."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

import pytest

from specforge.compiler import diagnose
from specforge.diagnostics import Diagnostic
from specforge.rules.page import page_of
from specforge.rules.registry import load, rows
from tests.corpus.runs import chosen, findings
from tests.defects.documents import defects

Pair = tuple[str, str]

LACKING = frozenset(
    {
        "authorizer-without-payload-format-version",
        "documentation-part-empty",
        "gateway-responses-without-allow-origin",
        "headers-larger-than-limit",
        "identity-source-missing",
        "integration-without-http-method",
        "integration-without-payload-format-version",
        "integration-without-responses",
        "integration-without-uri",
        "malformed-authorizer-uri",
        "malformed-policy",
        "mock-without-status-code",
        "openapi-schema-violation",
        "operation-id-missing",
        "operation-without-authorization",
        "operation-without-integration",
        "other-content-types-not-validated",
        "path-parameter-undeclared",
        "policy-without-principal",
        "preflight-not-mock",
        "route-without-integration",
        "service-without-credentials",
        "subtype-without-credentials",
        "tolerated-openapi-violation",
        "unknown-documentation-part-type",
        "unsupported-method",
    }
)
"""Rules that point at the key of an object for a part that it lacks, or for the whole of it: two name two parts."""

JUDGED = {
    (
        "api-key-as-only-protection",
        "root-security-in-openapi-2",
    ): "what is required, and that the root's is not applied",
    ("body-model-not-validated", "malformed-media-type"): "nothing checks the body, and its media type is none",
    ("body-validated-without-model", "tolerated-openapi-violation"): "what lacks the model, and what OpenAPI asks for",
    ("discriminator-in-model", "tolerated-openapi-violation"): "AWS takes none, and OpenAPI asks for a name in it",
    ("duplicate-key", "operation-without-integration"): "given twice; what is taken lacks an integration",
    ("duplicate-key", "tolerated-openapi-violation"): "given twice; what is taken lacks responses",
    ("empty-model", "model-unused"): "what it says, and that nothing refers to it",
    ("file-not-readable", "reference-to-other-file"): "the file is missing, and AWS would not read it either",
    ("inline-schema-named", "needed-resource-elsewhere"): "two things that the import document has for the operation",
    ("method-not-importable", "unsupported-method"): "what AWS refuses; under --allow-errors, what the output lacks",
    ("misplaced-extension", "unknown-integration-type"): "where it stands, and that it has no type",
    ("model-name-clash", "model-name-not-alphanumeric"): "names of Python, and names of AWS",
    ("model-name-not-alphanumeric", "model-renamed"): "what AWS refuses, and what the import document calls it",
    ("model-name-not-alphanumeric", "model-unused"): "its name, and that nothing refers to it",
    ("model-name-refused-by-aws", "model-unused"): "its name, and that nothing refers to it",
    ("model-renamed", "model-unused"): "its name, and that nothing refers to it",
    ("model-too-large", "model-unused"): "its size, and that nothing refers to it",
    ("path-segment-characters", "path-with-trailing-slash"): "letters of a segment, and the slash behind them",
    ("path-variable-not-whole-segment", "preflight-missing"): "the path, and what it does not answer",
    ("preflight-missing", "reserved-path"): "what the path does not answer, and that AWS answers it",
    ("security-policy-of-other-endpoint", "security-policy-without-access-mode"): "the endpoint, and the access mode",
    ("security-scheme-ignored-by-aws", "tolerated-openapi-violation"): "what AWS reads, and what OpenAPI asks for",
    ("suppression-unused", "suppression-without-reason"): "it can go, and as long as it stays it lacks a reason",
    ("too-many-integrations", "too-many-routes"): "two quotas, of which one can be raised",
}


def pairs(diagnostics: Iterable[Diagnostic]) -> set[Pair]:
    """Returns the rules that meet at a place, by two."""
    by_place: dict[object, set[str]] = {}
    for one in diagnostics:
        by_place.setdefault(one.span, set()).add(one.rule)
    return {(one, other) for rules in by_place.values() for one, other in combinations(sorted(rules), 2)}


def unjudged(found: set[Pair]) -> set[Pair]:
    return {pair for pair in found if pair not in JUDGED and not LACKING.issuperset(pair)}


def test_pairs_of_rules_in_the_examples_of_all_rules_are_judged() -> None:
    met: set[Pair] = set()
    for rule_id in rows():
        for example in page_of(load(rule_id)).examples:
            met |= pairs(diagnose(example))

    assert unjudged(met) == set()
    assert len(met) > 20


@pytest.mark.slow
def test_pairs_of_rules_in_real_documents_are_judged() -> None:
    assert unjudged(pairs(findings([*chosen(), *(one.document for one in defects())]))) == set()


def test_judged_pairs_are_of_rules_that_exist() -> None:
    assert {name for pair in JUDGED for name in pair} | LACKING <= set(rows())
    assert all(one < other for one, other in JUDGED)
