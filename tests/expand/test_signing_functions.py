"""The signing functions as they stand under templates/expand/, run against moto's S3.

What moto does not judge, the policy of a posted form, is judged by `post_policy`.
"""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib import import_module
from types import ModuleType
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from specforge.render import template_root
from tests.expand.post_policy import refusals

FOLDER = template_root() / "expand" / "functions"
REGION = "eu-west-1"
BUCKET = "photos"
SETTINGS = {
    "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE",
    "AWS_SECRET_ACCESS_KEY": "secret",
    "AWS_DEFAULT_REGION": REGION,
    "BUCKET": BUCKET,
    "KEY": "photos/{id}/original",
    "EXPIRES": "300",
    "MAX_BYTES": "10",
    "CONTENT_TYPES": "image/png image/jpeg",
}
PNG = {"contentType": "image/png"}
FITTING = b"0123456789"


def load(name: str) -> ModuleType:
    sys.path.insert(0, str(FOLDER))
    try:
        return import_module(name)
    finally:
        sys.path.remove(str(FOLDER))


@pytest.fixture(scope="module")
def bucket() -> Iterator[Any]:
    """Yields a client of moto's S3 with the bucket."""
    import boto3
    from moto import mock_aws

    own = {
        "aws_access_key_id": SETTINGS["AWS_ACCESS_KEY_ID"],
        "aws_secret_access_key": SETTINGS["AWS_SECRET_ACCESS_KEY"],
    }
    with mock_aws(config={"core": {"mock_credentials": False}}):
        client = boto3.client("s3", region_name=REGION, **own)
        client.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
        yield client


@pytest.fixture
def s3(bucket: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Returns the client; the functions are configured for its bucket."""
    for name, value in SETTINGS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("AWS_SESSION_TOKEN", raising=False)
    return bucket


def called(name: str, body: object = None, **event: Any) -> dict[str, Any]:
    """Returns what a function answers to a call of API Gateway."""
    given = {"pathParameters": {"id": "7"}, "body": None if body is None else json.dumps(body), **event}
    answer: dict[str, Any] = load(name).handler(given, None)
    return answer


def signed(body: object = PNG, **event: Any) -> dict[str, Any]:
    answer = called("sign_upload", body, **event)
    assert answer["statusCode"] == 200, answer
    form: dict[str, Any] = json.loads(answer["body"])
    return form


def message(answer: dict[str, Any]) -> str:
    assert answer["statusCode"] == 400
    return str(json.loads(answer["body"])["message"])


def judged(form: dict[str, Any], *, size: int = 10, after: int = 0, **changed: str) -> list[str]:
    from botocore.credentials import Credentials

    return refusals(
        {**form["fields"], **changed},
        bucket=BUCKET,
        size=size,
        now=datetime.now(UTC) + timedelta(seconds=after),
        credentials=Credentials(SETTINGS["AWS_ACCESS_KEY_ID"], SETTINGS["AWS_SECRET_ACCESS_KEY"]),
    )


def test_an_upload_that_fits_becomes_the_object(s3: Any) -> None:
    import requests

    form = signed()
    posted = requests.post(form["url"], data=form["fields"], files={"file": FITTING}, timeout=5)

    assert judged(form) == []
    assert posted.status_code in (200, 204)
    assert form["key"] == "photos/7/original"
    assert s3.get_object(Bucket=BUCKET, Key=form["key"])["Body"].read() == FITTING


def test_the_address_is_the_buckets_own_host_in_its_region(s3: Any) -> None:
    assert signed()["url"] == f"https://{BUCKET}.s3.{REGION}.amazonaws.com/"


def test_an_upload_that_is_too_large_is_refused(s3: Any) -> None:
    assert judged(signed(), size=11) == ["EntityTooLarge"]


@pytest.mark.parametrize("field", ["Content-Type", "key"])
def test_an_upload_of_another_type_or_to_another_place_is_refused(field: str, s3: Any) -> None:
    form = signed()
    fields = {**form["fields"], field: "text/html"}

    assert judged({**form, "fields": fields}) == [f"AccessDenied: {field.lower()}"]


def test_an_expired_upload_is_refused(s3: Any) -> None:
    form = signed()
    until = datetime.fromisoformat(form["expiresAt"])

    assert judged(form, after=290) == []
    assert judged(form, after=310) == ["AccessDenied: expired"]
    assert abs((until - datetime.now(UTC)).total_seconds() - 300) < 10


def test_a_changed_policy_breaks_the_signature(s3: Any) -> None:
    form = signed()
    policy = json.loads(base64.b64decode(form["fields"]["policy"]))
    policy["conditions"] = [one for one in policy["conditions"] if "content-length-range" not in one]
    weaker = base64.b64encode(json.dumps(policy).encode()).decode()

    assert judged({**form, "fields": {**form["fields"], "policy": weaker}}, size=11) == ["SignatureDoesNotMatch"]


@pytest.mark.parametrize(
    ("allowed", "asked", "signed_for"),
    [
        pytest.param("image/png", None, "image/png", id="the only one"),
        pytest.param("image/png image/jpeg", "image/jpeg", "image/jpeg", id="one of several"),
        pytest.param("image/*", "image/webp", "image/webp", id="of a family"),
        pytest.param("", None, "application/octet-stream", id="any"),
        pytest.param("", "text/csv", "text/csv", id="any, said"),
    ],
)
def test_the_form_is_for_one_media_type(
    allowed: str, asked: str | None, signed_for: str, s3: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONTENT_TYPES", allowed)
    form = signed(None if asked is None else {"contentType": asked})

    assert form["fields"]["Content-Type"] == signed_for
    assert judged(form) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param(None, "contentType is missing; it must be image/png or image/jpeg", id="nothing said"),
        pytest.param({"contentType": "text/html"}, "contentType must be image/png or image/jpeg", id="another"),
        pytest.param({"contentType": "image/png\nx"}, "contentType must be image/png or image/jpeg", id="a line break"),
        pytest.param({"contentType": 1}, "contentType must be a text", id="a number"),
        pytest.param([], "the body must be an object", id="a list"),
    ],
)
def test_a_wrong_body_is_refused(body: object, said: str, s3: Any) -> None:
    assert message(called("sign_upload", body)) == said


@pytest.mark.parametrize("event", [{"body": "{"}, {"body": "!", "isBase64Encoded": True}])
def test_what_is_no_json_is_refused(event: dict[str, object], s3: Any) -> None:
    assert (
        message(load("sign_upload").handler({"pathParameters": {"id": "7"}, **event}, None)) == "the body must be JSON"
    )


def test_a_body_in_base64_is_read(s3: Any) -> None:
    event = {"body": base64.b64encode(json.dumps(PNG).encode()).decode(), "isBase64Encoded": True}

    assert load("sign_upload").handler({"pathParameters": {"id": "7"}, **event}, None)["statusCode"] == 200


@pytest.mark.parametrize(
    ("value", "segment"), [("7", "7"), ("a%40b.example", "a@b.example"), ("v1.2-rc_3~x+y=z", "v1.2-rc_3~x+y=z")]
)
def test_a_path_parameter_becomes_part_of_the_key(value: str, segment: str, s3: Any) -> None:
    assert signed(pathParameters={"id": value})["key"] == f"photos/{segment}/original"


@pytest.mark.parametrize(
    "value", ["", "..", ".", "../7", "%2e%2e", "a/../b", "a//b", "a%00", "a b", "a*", "${filename}", "é", "a" * 201]
)
@pytest.mark.parametrize("function", ["sign_upload", "sign_download"])
def test_what_would_leave_its_place_in_the_key_is_refused(function: str, value: str, s3: Any) -> None:
    answer = called(function, PNG, pathParameters={"id": value})

    assert message(answer) == "id may hold letters, digits and ._~@+=- only"


def test_a_key_may_be_new_with_every_call(s3: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEY", "inbox/{uuid}")
    first, second = (signed(pathParameters=None)["key"] for _ in range(2))

    assert first != second
    assert first.startswith("inbox/")


def test_the_answer_has_the_configured_status(s3: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STATUS", "201")

    assert called("sign_upload", PNG)["statusCode"] == 201


def test_a_download_leads_to_the_object_for_a_while(s3: Any) -> None:
    import requests

    s3.put_object(Bucket=BUCKET, Key="photos/7/original", Body=FITTING)
    answer = called("sign_download")
    query = parse_qs(urlsplit(answer["headers"]["Location"]).query)

    assert answer["statusCode"] == 302
    assert query["X-Amz-Expires"] == ["300"]
    assert "response-content-disposition" not in query
    assert requests.get(answer["headers"]["Location"], timeout=5).content == FITTING


def test_a_download_may_be_one_to_save(s3: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATTACHMENT", "true")
    query = parse_qs(urlsplit(called("sign_download")["headers"]["Location"]).query)

    assert query["response-content-disposition"] == ["attachment"]


def test_the_bucket_may_be_named_by_its_arn(s3: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUCKET", f"arn:aws:s3:::{BUCKET}")

    assert judged(signed()) == []


@pytest.mark.parametrize(
    ("origins", "credentials", "asking", "answered"),
    [
        pytest.param("", "", "https://a.example.com", {}, id="not configured"),
        pytest.param("*", "", "https://a.example.com", {"Access-Control-Allow-Origin": "*"}, id="every origin"),
        pytest.param(
            "https://a.example.com https://b.example.com",
            "true",
            "https://b.example.com",
            {
                "Access-Control-Allow-Origin": "https://b.example.com",
                "Access-Control-Allow-Credentials": "true",
                "Vary": "Origin",
            },
            id="one of several",
        ),
        pytest.param(
            "https://a.example.com https://b.example.com",
            "",
            "https://evil.example.com",
            {"Access-Control-Allow-Origin": "https://a.example.com", "Vary": "Origin"},
            id="another",
        ),
    ],
)
@pytest.mark.parametrize("value", ["7", ".."])
def test_pages_of_other_origins_are_answered_refusals_too(
    origins: str,
    credentials: str,
    asking: str,
    answered: dict[str, str],
    value: str,
    s3: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CORS_ORIGINS", origins)
    monkeypatch.setenv("CORS_CREDENTIALS", credentials)
    found = called("sign_upload", PNG, headers={"origin": asking}, pathParameters={"id": value})["headers"]

    assert {name: found[name] for name in found if name.startswith("Access-") or name == "Vary"} == answered
    assert found["Cache-Control"] == "no-store"
