"""The short form `upload`."""

from __future__ import annotations

from pathlib import Path

import pytest

from specforge.ir import BucketCors, Enum, LambdaProxy, NeededBucket, NeededFunction, Object, Scalar
from tests.expand.apis import Expanded, expanded, form, with_cors

OPTIONS = "bucket: photos, key: 'photos/{id}/{uuid}', max-bytes: 1000"


def upload(more: str = "", method: str = "post") -> Expanded:
    return form(f"upload: {{{OPTIONS}{more}}}", method=method)


def signer(found: Expanded) -> NeededFunction:
    (function,) = [need for need in found.api.needs if isinstance(need, NeededFunction)]
    return function


def content_type(found: Expanded) -> tuple[object, bool] | None:
    """Returns the schema of the one property of the body, and whether it must be there."""
    if found.only.body is None:
        return None
    schema = found.only.body.content[0].schema
    assert isinstance(schema, Object)
    (asked,) = schema.properties
    return (asked.schema.values if isinstance(asked.schema, Enum) else type(asked.schema), asked.required)


def test_the_operation_is_answered_by_the_signing_function() -> None:
    found = upload()
    function, integration = signer(found), found.integration

    assert isinstance(integration, LambdaProxy)
    assert integration.function is not None
    assert [part.name for part in integration.function.deferred] == [f"{function.name}.arn"]
    assert integration.uri is not None
    assert str(integration.uri).endswith(f":function:{function.name}/invocations")


def test_the_role_may_put_what_the_key_can_mean() -> None:
    (grant,) = signer(upload()).grants

    assert grant.actions == ("s3:PutObject",)
    assert [str(one) for one in grant.resources] == ["arn:${AWS::Partition}:s3:::photos/photos/*/*"]


def test_the_function_is_told_the_limits() -> None:
    told = signer(upload(", content-types: [image/png, 'video/*'], expires: 60")).environment

    assert {name: str(text) for name, text in told.items() if name not in ("BUCKET", "KEY")} == {
        "EXPIRES": "60",
        "MAX_BYTES": "1000",
        "CONTENT_TYPES": "image/png video/*",
        "STATUS": "200",
    }


def test_the_answer_is_described_where_the_document_leaves_it_open() -> None:
    ok, refused = upload().only.responses
    schema = ok.content[0].schema

    assert isinstance(schema, Object)
    assert [(one.name, one.required) for one in schema.properties] == [
        ("url", True),
        ("fields", True),
        ("key", True),
        ("expiresAt", True),
    ]
    assert refused.status == "400"


@pytest.mark.parametrize(
    ("types", "asked"),
    [
        pytest.param("", (Scalar, False), id="any"),
        pytest.param(", content-types: [image/png]", None, id="one: nothing to ask"),
        pytest.param(", content-types: [image/png, image/jpeg]", (("image/png", "image/jpeg"), True), id="several"),
        pytest.param(", content-types: ['image/*']", (Scalar, True), id="a family"),
    ],
)
def test_the_body_asks_for_the_media_type_where_several_can_be_meant(types: str, asked: object) -> None:
    assert content_type(upload(types)) == asked


@pytest.mark.parametrize(
    ("types", "limits"),
    [
        ("", "at most 1,000 bytes, within 300 seconds."),
        (
            ", content-types: [image/png, image/jpeg]",
            "at most 1,000 bytes of image/png or image/jpeg, within 300 seconds.",
        ),
    ],
)
def test_an_operation_without_description_says_what_to_do(types: str, limits: str) -> None:
    assert limits in (upload(types).only.description or "")


def test_the_description_of_the_document_stays() -> None:
    operation = "description: mine, x-specforge-integration: {upload: {bucket: photos, key: a, max-bytes: 1}}"

    assert expanded(f"paths: {{/a: {{put: {{{operation}}}}}}}").only.description == "mine"


def test_clients_are_told_what_it_is() -> None:
    assert upload(", content-types: [image/png]").only.extra["x-specforge-upload"] == {
        "max-bytes": 1000,
        "content-types": ["image/png"],
        "expires": 300,
    }


def test_the_answer_has_the_status_that_the_document_declares() -> None:
    operation = "responses: {'201': {}}, x-specforge-integration: {upload: {bucket: photos, key: a, max-bytes: 1}}"
    found = expanded(f"paths: {{/a: {{put: {{{operation}}}}}}}")

    assert str(signer(found).environment["STATUS"]) == "201"


def test_the_bucket_takes_posts_from_the_pages_that_may_call(tmp_path: Path) -> None:
    operation = "responses: {}, x-specforge-integration: {upload: {bucket: photos, key: a, max-bytes: 1}}"
    found = expanded(
        f"paths: {{/a: {{put: {{{operation}}}}}}}", with_cors(tmp_path, "{origins: ['https://a.example.com']}")
    )
    (bucket,) = [need for need in found.api.needs if isinstance(need, NeededBucket)]

    assert bucket.cors == (BucketCors(origins=("https://a.example.com",), methods=("POST",)),)


@pytest.mark.parametrize("method", ["get", "delete", "head"])
def test_an_upload_wants_a_method_with_a_body(method: str) -> None:
    assert upload(method=method).said == [
        f"misplaced-short-form: upload stands in {method.upper()} /orders/{{id}}; it must stand in a POST, PUT or PATCH"
    ]


@pytest.mark.parametrize("kind", ["rest", "http"])
def test_both_kinds_of_api_can_express_it(kind: str) -> None:
    found = form(f"upload: {{{OPTIONS}}}", kind=kind, method="post")

    assert found.said == []
    assert isinstance(found.integration, LambdaProxy)
    assert (found.integration.payload_format_version is not None) == (kind == "http")
