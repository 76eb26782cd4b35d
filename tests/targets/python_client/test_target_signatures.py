"""The signer of the Python client beside botocore's, and what it takes from its surroundings."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any
from urllib.parse import quote, urlsplit

import pytest

from tests.targets.python_client.runtime import load

sigv4, messages, auth = map(load, ("sigv4", "messages", "auth"))

MOMENT = dt.datetime(2026, 3, 4, 5, 6, 7, tzinfo=dt.UTC)
LETTERS = "abcXYZ019-_.~ /?&=+%:@!$'()*,;#[]é日\"<>\\|^`{}"
HOSTS = ("https://abc123.execute-api.eu-west-1.amazonaws.com", "https://api.example.com:8443", "http://localhost:80")
BOTOCORE = "needs botocore: pip install botocore"
SEED = 20261124


def some_text(random_: random.Random, most: int = 8) -> str:
    return "".join(random_.choice(LETTERS) for _ in range(random_.randint(0, most)))


def some_request(random_: random.Random) -> Any:
    path = "/" + "/".join(quote(some_text(random_), safe="") for _ in range(random_.randint(0, 4)))
    pairs = [
        f"{quote(some_text(random_) + 'k', safe='')}={quote(some_text(random_), safe='')}"
        for _ in range(random_.randint(0, 4))
    ]
    url = random_.choice(HOSTS) + path + ("?" + "&".join(pairs) if pairs else "")
    headers = {"Accept": "*/*", "User-Agent": "x", "x-api-key": f" {some_text(random_).strip()}  b "}
    body = random_.choice([None, some_text(random_, 30).encode()])
    return messages.Request(random_.choice(["GET", "POST", "PUT", "DELETE"]), url, headers, body)


def test_two_thousand_signatures_are_those_of_botocore(monkeypatch: pytest.MonkeyPatch) -> None:
    botocore_auth = pytest.importorskip("botocore.auth", reason=BOTOCORE)
    aws_request = pytest.importorskip("botocore.awsrequest", reason=BOTOCORE).AWSRequest
    credentials_of = pytest.importorskip("botocore.credentials", reason=BOTOCORE).Credentials
    monkeypatch.setattr(botocore_auth, "get_current_datetime", lambda: MOMENT.replace(tzinfo=None))
    random_ = random.Random(SEED)
    for _ in range(2000):
        request = some_request(random_)
        token = random_.choice([None, "tok/+=="])
        theirs = aws_request(request.method, request.url, headers=dict(request.headers), data=request.body)
        botocore_auth.SigV4Auth(credentials_of("AKID", "se/cr+et", token), "execute-api", "eu-west-1").add_auth(theirs)

        credentials = sigv4.AwsCredentials("AKID", "se/cr+et", token)
        sigv4.SigV4(credentials, region="eu-west-1", now=lambda: MOMENT).authenticate(request)

        assert request.headers["Authorization"] == theirs.headers["Authorization"], (request.method, request.url)


def test_the_worked_example_of_the_guide_comes_out() -> None:
    # https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-signing-examples.html
    request = messages.Request(
        "GET",
        "https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08",
        {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"},
    )
    credentials = sigv4.AwsCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
    moment = dt.datetime(2015, 8, 30, 12, 36, 0, tzinfo=dt.UTC)

    sigv4.SigV4(credentials, region="us-east-1", service="iam", now=lambda: moment).authenticate(request)

    assert request.headers["Authorization"].endswith(
        "Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7"
    )


def test_a_body_in_chunks_is_signed_like_the_same_bytes() -> None:
    class Halves:
        length = 4

        def __iter__(self) -> Any:
            return iter((b"ab", b"cd"))

    signer = sigv4.SigV4(sigv4.AwsCredentials("A", "S"), region="eu-west-1", now=lambda: MOMENT)
    whole, pieces = (messages.Request("POST", "https://x.example.com/", {}, body) for body in (b"abcd", Halves()))
    signer.authenticate(whole)
    signer.authenticate(pieces)

    assert whole.headers == pieces.headers


def test_a_second_attempt_replaces_the_signature_of_the_first() -> None:
    request = messages.Request("GET", "https://x.example.com/", {"authorization": "old", "x-amz-date": "old"})

    sigv4.SigV4(sigv4.AwsCredentials("A", "S"), region="eu-west-1", now=lambda: MOMENT).authenticate(request)

    assert [name for name in request.headers if name.lower() in ("authorization", "x-amz-date")] == [
        "X-Amz-Date",
        "Authorization",
    ]


@pytest.mark.parametrize(
    ("host", "region"),
    [
        ("https://a1.execute-api.eu-central-1.amazonaws.com/prod", "eu-central-1"),
        ("https://a1-vpce-1.execute-api.cn-north-1.amazonaws.com.cn", "cn-north-1"),
        ("https://api.example.com", "ap-south-1"),
    ],
)
def test_the_region_is_that_of_the_host_else_that_of_the_environment(
    host: str, region: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_REGION", "ap-south-1")

    assert sigv4.region_of(urlsplit(host)) == region


def test_an_unknown_region_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AWS_REGION", raising=False)
    monkeypatch.delenv("AWS_DEFAULT_REGION", raising=False)

    with pytest.raises(LookupError, match=r"the region of api\.example\.com is not known"):
        sigv4.region_of(urlsplit("https://api.example.com"))


def test_credentials_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "A")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "S")
    monkeypatch.setenv("AWS_SESSION_TOKEN", "T")

    assert sigv4.environment_credentials() == sigv4.AwsCredentials("A", "S", "T")
    assert "S" not in repr(sigv4.AwsCredentials("A", "S", "T")).removeprefix("AwsCredentials")


def test_missing_credentials_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID", raising=False)

    with pytest.raises(LookupError, match="AWS_ACCESS_KEY_ID is not in the environment"):
        sigv4.environment_credentials()


def test_a_signature_is_made_after_all_other_credentials() -> None:
    schemes = {"iam": auth.Scheme("sigv4", "iam"), "key": auth.Scheme("header", "x-api-key")}
    ring = auth.Keyring({"iam": lambda: sigv4.AwsCredentials("A", "S"), "key": "k"}, schemes)
    request = messages.Request("GET", "https://a.execute-api.eu-west-1.amazonaws.com/x")

    ring.authenticate(request, (("iam", "key"),))

    assert "SignedHeaders=host;x-amz-date;x-api-key," in request.headers["Authorization"]
