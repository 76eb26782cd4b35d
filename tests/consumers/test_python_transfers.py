"""Uploads and downloads by signed URLs, and tokens of Cognito: the client of specs/uploads.yaml and live servers."""

from __future__ import annotations

import asyncio
import datetime as dt
import io
from collections.abc import Iterator
from email.parser import BytesParser
from types import ModuleType
from typing import Any

import pytest

from tests.consumers.generated import build, imported
from tests.consumers.server import Answer, Asked, LiveServer, answer, live_server
from tests.required import ROOT
from tests.targets.python_client.runtime import load

LATER = (dt.datetime.now(dt.UTC) + dt.timedelta(minutes=5)).isoformat()
REFUSED = b"<Error><Code>EntityTooLarge</Code><Message>Too large</Message></Error>"


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    project = build(str(ROOT / "specs" / "uploads.yaml"), tmp_path_factory.mktemp("uploads"))
    with imported(project, "gallery_client") as package:
        yield package


@pytest.fixture
def api() -> Iterator[LiveServer]:
    with live_server() as running:
        yield running


@pytest.fixture
def s3() -> Iterator[LiveServer]:
    with live_server() as running:
        yield running


@pytest.fixture
def client(gallery: ModuleType, api: LiveServer) -> Iterator[Any]:
    with gallery.Client(api.url, auth={"customer": "s3cret"}, headers={"X-Mine": "1"}) as made:
        yield made


def ticket(s3: LiveServer, expires: str = LATER) -> Answer:
    return answer(
        {"url": f"{s3.url}/b", "fields": {"key": "k", "policy": "p+/="}, "key": "k", "expiresAt": expires}, 201
    )


def parts(asked: Asked) -> list[tuple[str, bytes]]:
    head = f"Content-Type: {asked.headers['Content-Type']}\r\n\r\n".encode()
    message: Any = BytesParser().parsebytes(head + asked.body)
    return [
        (part.get_param("name", header="content-disposition"), part.get_payload(decode=True))
        for part in message.get_payload()
    ]


def body_of(gallery: ModuleType) -> Any:
    return gallery.models.AddPhotoBody(content_type="image/png")


def test_a_file_goes_to_s3_with_the_fields_of_the_form_first(
    client: Any, gallery: ModuleType, api: LiveServer, s3: LiveServer
) -> None:
    content = b"\x89PNG\r\n" * 30_000
    told: list[tuple[int, int]] = []
    api.will(ticket(s3))
    s3.will(Answer(204))

    done = client.photos.upload_photo(
        body_of(gallery), io.BytesIO(content), progress=lambda sent, whole: told.append((sent, whole))
    )

    assert done.key == "k"
    assert parts(s3.last) == [("key", b"k"), ("policy", b"p+/="), ("file", content)]
    assert int(s3.last.headers["Content-Length"]) == len(s3.last.body) == told[-1][0] == told[-1][1]
    assert len(told) > 3


def test_nothing_of_the_api_leaks_to_s3(client: Any, gallery: ModuleType, api: LiveServer, s3: LiveServer) -> None:
    api.will(ticket(s3))
    s3.will(Answer(204))
    client.photos.upload_photo(body_of(gallery), b"x")

    assert api.last.headers["Authorization"] == "s3cret"
    assert not {"Authorization", "X-Mine", "Cookie"} & set(s3.last.headers)


def test_what_s3_refuses_is_an_error_that_says_why(
    client: Any, gallery: ModuleType, api: LiveServer, s3: LiveServer
) -> None:
    api.will(ticket(s3))
    s3.will(Answer(400, REFUSED, "application/xml", (("x-amz-request-id", "R1"),)))

    with pytest.raises(gallery.TransferFailedError, match=r"400 EntityTooLarge: Too large \(request R1\)") as caught:
        client.photos.upload_photo(body_of(gallery), b"x")
    assert (caught.value.status, caught.value.code) == (400, "EntityTooLarge")


def test_an_expired_form_is_not_used(client: Any, gallery: ModuleType, api: LiveServer, s3: LiveServer) -> None:
    api.will(ticket(s3, "2020-01-01T00:00:00Z"))

    with pytest.raises(gallery.TransferFailedError, match="expired at 2020-01-01"):
        client.photos.upload_photo(body_of(gallery), b"x")
    assert s3.asked == []


def test_a_redirect_of_s3_to_a_stranger_is_not_followed(
    client: Any, gallery: ModuleType, api: LiveServer, s3: LiveServer
) -> None:
    api.will(ticket(s3))
    s3.will(Answer(307, headers=(("Location", f"{api.url}/elsewhere"),)))

    with pytest.raises(gallery.TransferFailedError, match="307"):
        client.photos.upload_photo(body_of(gallery), b"x")
    assert len(api.asked) == 1


def test_a_download_comes_from_s3_in_pieces_and_without_credentials(
    client: Any, api: LiveServer, s3: LiveServer
) -> None:
    api.will(Answer(302, headers=(("Location", f"{s3.url}/b/k?X-Amz-Signature=1"),)))
    s3.will(Answer(200, b"pixels" * 50_000, "image/png"))

    with client.photos.download_photo_file("7") as response:
        pieces = list(response.iter_bytes())

    assert b"".join(pieces) == b"pixels" * 50_000
    assert len(pieces) > 1
    assert s3.last.target == "/b/k?X-Amz-Signature=1"
    assert not {"Authorization", "X-Mine"} & set(s3.last.headers)


def test_a_download_that_says_not_where_is_an_error(client: Any, gallery: ModuleType, api: LiveServer) -> None:
    api.will(Answer(302, headers=(("Location", "file:///etc/passwd"),)))

    with pytest.raises(gallery.TransferFailedError, match="did not say where the file is"):
        client.photos.download_photo_file("7")


def test_an_api_on_https_leads_to_no_file_without_it() -> None:
    transfers, messages = load("transfers"), load("messages")
    moved = messages.Answer(302, messages.Headers({"Location": "http://bucket.s3.amazonaws.com/k"}))

    assert transfers.download_request(moved, {}, "http://localhost:8080").url == "http://bucket.s3.amazonaws.com/k"
    with pytest.raises(transfers.TransferFailedError):
        transfers.download_request(moved, {}, "https://api.example.com")


@pytest.mark.parametrize(
    ("location", "followed"),
    [
        ("https://b.s3.eu-west-1.amazonaws.com/", True),
        ("http://b.s3.eu-west-1.amazonaws.com/", False),
        ("https://amazonaws.com.evil.example/", False),
    ],
)
def test_a_form_is_posted_again_to_s3_alone(location: str, *, followed: bool) -> None:
    transfers, messages = load("transfers"), load("messages")
    request = messages.Request("POST", "https://b.s3.amazonaws.com/", {}, b"x")
    moved = messages.Answer(307, messages.Headers({"Location": location}))

    assert (transfers.redirected(request, moved, 0) is not None) is followed


def test_the_name_of_a_field_cannot_break_out_of_the_form() -> None:
    form = {"url": "https://s3.example.com", "fields": {'a"\r\nX: y': "v"}}
    request = load("transfers").form_request(form, b"x", {}, None)

    assert b'name="a%22%0D%0AX: y"' in b"".join(request.chunks())


def test_the_client_of_asyncio_does_both(gallery: ModuleType, api: LiveServer, s3: LiveServer) -> None:
    api.will(ticket(s3), Answer(302, headers=(("Location", f"{s3.url}/b/k"),)))
    s3.will(Answer(204), Answer(200, b"pixels", "image/png"))

    async def main() -> bytes:
        async with gallery.AsyncClient(api.url, auth={"customer": "s3cret"}) as client:
            await client.photos.upload_photo(body_of(gallery), io.BytesIO(b"abc"))
            async with await client.photos.download_photo_file("7") as response:
                return b"".join([chunk async for chunk in response.iter_bytes()])

    assert asyncio.run(main()) == b"pixels"
    assert parts(s3.asked[0])[-1] == ("file", b"abc")
    assert all("Authorization" not in asked.headers for asked in s3.asked)


def test_a_file_is_sent_again_from_where_it_stood() -> None:
    files = load("files")
    file = io.BytesIO(b"headbody")
    file.seek(4)
    pieces = files.Pieces([b"<", file, b">"])

    assert [b"".join(pieces), b"".join(pieces)] == [b"<body>", b"<body>"]
    assert pieces.length == 6


def tokens(server: LiveServer, clock: list[float], **given: Any) -> Any:
    return load("cognito").CognitoTokens("app", region="eu-west-1", endpoint=server.url, now=lambda: clock[0], **given)


def signed_in(token: str) -> Answer:
    return answer({"AuthenticationResult": {"IdToken": token, "AccessToken": f"{token}-access", "ExpiresIn": 3600}})


def test_a_token_is_kept_until_shortly_before_its_end(api: LiveServer) -> None:
    clock = [1000.0]
    provide = tokens(api, clock, refresh_token="r")
    api.will(signed_in("one"), signed_in("two"))

    assert [provide(), provide()] == ["one", "one"]
    clock[0] += 3600 - 59
    assert provide() == "two"
    assert [asked.json["AuthFlow"] for asked in api.asked] == ["REFRESH_TOKEN_AUTH"] * 2
    assert api.last.headers["X-Amz-Target"] == "AWSCognitoIdentityProviderService.InitiateAuth"


def test_a_password_serves_when_the_refresh_token_has_expired(api: LiveServer) -> None:
    provide = tokens(api, [0.0], refresh_token="r", username="ada", password="p", client_secret="c", use="access")
    api.will(answer({"__type": "NotAuthorizedException", "message": "Refresh Token has expired"}, 400), signed_in("t"))

    assert provide() == "t-access"
    assert api.last.json["AuthParameters"]["USERNAME"] == "ada"
    assert len(api.last.json["AuthParameters"]["SECRET_HASH"]) == 44


def test_a_refusal_of_the_user_pool_says_why(api: LiveServer) -> None:
    provide = tokens(api, [0.0], username="ada", password="wrong")
    api.will(answer({"__type": "x#NotAuthorizedException", "message": "Incorrect username or password."}, 400))

    with pytest.raises(load("cognito").SignInFailedError, match=r"NotAuthorizedException: Incorrect username"):
        provide()
