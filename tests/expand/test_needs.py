"""Names and merging of what short forms need."""

from __future__ import annotations

from pathlib import Path

from specforge.expand.needs import labels, merged
from specforge.ir import BucketCors, NeededBucket
from tests.lower.documents import api_of, configured, lowered


def test_an_operation_is_called_by_its_id_or_by_method_and_path() -> None:
    api = api_of("paths: {'/a/{b-c}': {get: {operationId: List-all things}, put: {}}, /: {post: {}}}")

    assert list(labels(api)) == ["listAllThings", "putABC", "post"]


def test_names_of_short_forms_meet_neither_each_other_nor_configured_functions(tmp_path: Path) -> None:
    short = "{operationId: store, responses: {}, x-specforge-integration: {lambda: f}}"
    text = f"openapi: 3.0.1\npaths: {{/a: {{get: {short}}}, /b: {{get: {short}}}}}"

    assert list(labels(lowered(text, configured("deploy: {functions: {Store: {}}}", tmp_path)))) == ["store2", "store3"]


def test_a_bucket_of_several_operations_takes_the_rules_of_all() -> None:
    api = api_of("paths: {}")
    page = ("https://a.example.com",)
    first = NeededBucket(name="b", cors=(BucketCors(origins=page, methods=("POST",)),), origin=api.origin)
    second = NeededBucket(
        name="b",
        cors=(BucketCors(origins=page, methods=("PUT",)), BucketCors(origins=("*",), methods=("GET",))),
        origin=api.origin,
    )

    assert merged([first, NeededBucket(name="c", origin=api.origin), second]) == (
        NeededBucket(
            name="b",
            cors=(BucketCors(origins=page, methods=("POST", "PUT")), BucketCors(origins=("*",), methods=("GET",))),
            origin=api.origin,
        ),
        NeededBucket(name="c", origin=api.origin),
    )
