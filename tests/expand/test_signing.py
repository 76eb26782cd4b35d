"""What uploads and downloads share: bucket, key, function."""

from __future__ import annotations

from pathlib import Path

import pytest

from specforge.ir import BucketCors, NeededBucket, NeededFunction, Text
from tests.expand.apis import Expanded, expanded, form, with_cors

PATH = "a path of letters, digits and ._=-/ without .. and //, which may hold {parameters}"
OWN_ARN = "arn:${AWS::Partition}:s3:::"


def stored(bucket: str, key: str = "photos/{id}/original") -> NeededFunction:
    found = form(f"download: {{bucket: {bucket}, key: '{key}'}}")
    (function,) = [need for need in found.api.needs if isinstance(need, NeededFunction)]
    return function


@pytest.mark.parametrize(
    ("bucket", "told", "objects"),
    [
        pytest.param("photos", "photos", f"{OWN_ARN}photos/photos/*/original", id="one to create"),
        pytest.param(
            "arn:aws:s3:::their.photos",
            "arn:aws:s3:::their.photos",
            "arn:aws:s3:::their.photos/photos/*/original",
            id="one that is there",
        ),
        pytest.param(
            "!Ref Photos", "${Photos}", f"{OWN_ARN}${{Photos}}/photos/*/original", id="the name of a resource"
        ),
        pytest.param("!GetAtt Photos.Arn", "${Photos.Arn}", "${Photos.Arn}/photos/*/original", id="its ARN"),
        pytest.param(
            "'${var.photos_bucket}'",
            "${var.photos_bucket}",
            f"{OWN_ARN}${{var.photos_bucket}}/photos/*/original",
            id="Terraform",
        ),
    ],
)
def test_the_role_may_touch_nothing_but_what_the_key_can_mean(bucket: str, told: str, objects: str) -> None:
    function = stored(bucket)

    assert str(function.environment["BUCKET"]) == told
    (grant,) = function.grants
    assert grant.actions == ("s3:GetObject",)
    assert [str(resource) for resource in grant.resources] == [objects]


def test_a_bucket_is_created_for_a_plain_name_alone() -> None:
    needs = [form(f"download: {{bucket: {name}, key: a}}").api.needs for name in ("photos", "arn:aws:s3:::photos")]

    assert [isinstance(need, NeededBucket) for need in needs[0]] == [True, False]
    assert [isinstance(need, NeededBucket) for need in needs[1]] == [False]


def test_the_function_carries_its_sources_and_its_settings() -> None:
    function = stored("photos")

    assert [file.path for file in function.files] == ["sign_download.py", "signing.py"]
    assert function.handler == "sign_download.handler"
    assert {name: str(text) for name, text in function.environment.items()} == {
        "BUCKET": "photos",
        "KEY": "photos/{id}/original",
        "EXPIRES": "300",
    }


def cross_origin(folder: Path, kind: str, cors: str) -> Expanded:
    forms = "{get: {responses: {}, x-specforge-integration: {download: {bucket: photos, key: a}}}}"
    return expanded(f"paths: {{/a: {forms}}}", with_cors(folder, cors, kind=kind))


@pytest.mark.parametrize(
    ("kind", "settings"),
    [
        ("rest", {"CORS_ORIGINS": "https://a.example.com https://b.example.com", "CORS_CREDENTIALS": "true"}),
        ("http", {}),
    ],
)
def test_behind_a_rest_api_the_function_answers_other_origins_itself(
    kind: str, settings: dict[str, str], tmp_path: Path
) -> None:
    cors = "{origins: ['https://a.example.com', 'https://b.example.com'], credentials: true}"
    *_, function = cross_origin(tmp_path, kind, cors).api.needs

    assert isinstance(function, NeededFunction)
    assert {name: text for name, text in function.environment.items() if name.startswith("CORS")} == {
        name: Text((text,)) for name, text in settings.items()
    }


def test_the_bucket_answers_the_pages_that_may_call(tmp_path: Path) -> None:
    bucket, _ = cross_origin(tmp_path, "rest", "{origins: ['https://a.example.com'], max-age: 60}").api.needs

    assert isinstance(bucket, NeededBucket)
    assert bucket.cors == (BucketCors(origins=("*",), methods=("GET", "HEAD"), max_age_s=60),)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            "bucket: Photos, key: a",
            "bucket is Photos; it must be 3 to 37 small letters, digits and hyphens, or the ARN of a bucket",
        ),
        ("bucket: photos, key: 'a/{ix}'", "key holds {ix}, which is no parameter of the path /orders/{id}"),
        ("bucket: photos, key: 'a/{uuid}'", "key holds {uuid}, which is no parameter of the path /orders/{id}"),
        ("bucket: photos, key: 'a/{id'", "key is a/{id; every brace in it must be of a {parameter}"),
        (
            "bucket: photos, key: /a",
            f"download.key is /a; it must be {PATH}",
        ),
        ("bucket: photos", "download has no key"),
    ],
)
def test_what_cannot_be_is_reported(options: str, message: str) -> None:
    assert form(f"download: {{{options}}}").said == [f"invalid-short-form-option: {message}"]
