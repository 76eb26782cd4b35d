"""Short forms become integrations."""

from __future__ import annotations

from pathlib import Path

import pytest

from specforge.diagnostics import Report
from specforge.expand import expand
from specforge.ir import Invalid, LambdaProxy, Mock, NeededBucket, NeededFunction
from tests.expand.apis import expanded, form, with_cors
from tests.lower.documents import api_of

TWO = """paths:
  /a:
    get: {responses: {}, x-specforge-integration: {lambda: f}}
    put: {responses: {}, x-amazon-apigateway-integration: {type: mock}}
"""


def test_an_api_without_short_forms_stays_the_same_object() -> None:
    api = api_of("paths: {/a: {get: {responses: {}}}}")

    assert expand(api, Report()) is api


def test_a_short_form_becomes_what_it_stands_for_beside_full_integrations() -> None:
    get, put = expanded(TWO).api.operations

    assert isinstance(get.integration, LambdaProxy)
    assert isinstance(put.integration, Mock)


def test_an_unknown_short_form_is_reported_with_the_known_ones_and_becomes_invalid() -> None:
    found = form("lamda: f")

    assert isinstance(found.integration, Invalid)
    (said,) = found.said
    assert said.startswith("unknown-short-form: the short form is lamda; it must be download, ")
    assert said.endswith("; did you mean lambda?")
    assert found.places == ["lamda"]


def test_a_short_form_that_the_kind_of_api_cannot_express_is_reported() -> None:
    found = form("mock: 204", kind="http")

    assert isinstance(found.integration, Invalid)
    assert found.said == [
        "short-form-of-other-api-kind: the short form mock is for REST APIs; this is an API of the kind http"
    ]


def test_wrong_options_leave_no_integration() -> None:
    assert isinstance(form("lambda: {timeout-ms: 1}").integration, Invalid)


def test_what_short_forms_need_stands_on_the_api_once() -> None:
    store = "{bucket: store, key: '{id}', max-bytes: 1}"
    found = expanded(
        "paths:\n  /{id}:\n"
        f"    put: {{operationId: store, responses: {{}}, x-specforge-integration: {{upload: {store}}}}}\n"
        "    get: {responses: {}, x-specforge-integration: {download: {bucket: store, key: '{id}'}}}\n"
    )

    assert [(type(need), need.name) for need in found.api.needs] == [
        (NeededBucket, "store"),
        (NeededFunction, "storeSigner"),
        (NeededFunction, "getIdSigner"),
    ]


def test_every_branch_of_a_condition_is_expanded() -> None:
    found = form("!If [IsProd, {lambda: f}, {mock: 204}]")

    assert [type(operation.integration) for operation in found.api.operations] == [LambdaProxy, Mock]


@pytest.mark.parametrize("kind", ["rest", "http"])
def test_cors_is_applied_to_what_the_short_forms_became(kind: str, tmp_path: Path) -> None:
    found = expanded(TWO, with_cors(tmp_path, "{origins: ['https://a.example.com']}", kind=kind))

    assert (found.api.cors is not None) == (kind == "http")
    assert [operation.method for operation in found.api.operations][2:] == (["OPTIONS"] if kind == "rest" else [])


def test_cors_without_origins_changes_nothing(tmp_path: Path) -> None:
    found = expanded(TWO, with_cors(tmp_path, "{headers: [X-A]}"))

    assert [operation.method for operation in found.api.operations] == ["GET", "PUT"]
