"""Signatures of AWS, version 4, as API Gateway checks them for methods with IAM authorization.

https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from hashlib import sha256
from hmac import digest
from importlib import import_module
from typing import NamedTuple
from urllib.parse import SplitResult, quote, unquote, urlsplit

from .messages import Request

ALGORITHM = "AWS4-HMAC-SHA256"
UNSIGNED = frozenset({"expect", "transfer-encoding", "user-agent", "x-amzn-trace-id"})
"""Headers that proxies change, so that they take no part in the signature."""
DEFAULT_PORTS = {"http": 80, "https": 443}


class AwsCredentials(NamedTuple):
    """What AWS knows a caller by; temporary credentials have a session token."""

    access_key: str
    secret_key: str
    session_token: str | None = None

    def __repr__(self) -> str:
        return f"AwsCredentials({self.access_key!r}, ...)"


CredentialProvider = Callable[[], AwsCredentials]
"""Asked for the credentials at each request, so that it can refresh them."""


def environment_credentials() -> AwsCredentials:
    """Returns the credentials in the environment, as a Lambda function has them."""
    try:
        access_key = os.environ["AWS_ACCESS_KEY_ID"]
        secret_key = os.environ["AWS_SECRET_ACCESS_KEY"]
    except KeyError as missing:
        raise LookupError(f"{missing.args[0]} is not in the environment") from None
    return AwsCredentials(access_key, secret_key, os.environ.get("AWS_SESSION_TOKEN"))


def botocore_credentials(profile: str | None = None) -> CredentialProvider:
    """Returns a provider that asks botocore, which knows profiles, containers and instances; it must be installed."""
    session = import_module("botocore.session").Session(profile=profile)
    found = session.get_credentials()
    if found is None:
        raise LookupError("botocore finds no credentials")

    def provide() -> AwsCredentials:
        frozen = found.get_frozen_credentials()
        return AwsCredentials(frozen.access_key, frozen.secret_key, frozen.token)

    return provide


class SigV4:
    """Signs requests; the region is read from the host of the API where it stands there, else from `AWS_REGION`.

    Without `credentials` those of the environment are used.
    """

    def __init__(
        self,
        credentials: AwsCredentials | CredentialProvider = environment_credentials,
        *,
        region: str | None = None,
        service: str = "execute-api",
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._credentials = credentials
        self._region = region
        self._service = service
        self._now = now

    def authenticate(self, request: Request) -> None:
        """Adds the headers of the signature; whatever is changed afterwards makes it void."""
        given = self._credentials
        credentials = given if isinstance(given, AwsCredentials) else given()
        url = urlsplit(request.url)
        moment = self._now().astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
        set_header(request, "X-Amz-Date", moment)
        if credentials.session_token is not None:
            set_header(request, "X-Amz-Security-Token", credentials.session_token)
        signed = dict(sorted(signed_headers(request, url)))
        scope = f"{moment[:8]}/{self._region or region_of(url)}/{self._service}/aws4_request"
        wanted = canonical_request(request, url, signed)
        text = "\n".join(
            (ALGORITHM, moment, scope, sha256(wanted.encode()).hexdigest())
        )
        signature = digest(
            signing_key(credentials.secret_key, scope), text.encode(), "sha256"
        ).hex()
        set_header(
            request,
            "Authorization",
            f"{ALGORITHM} Credential={credentials.access_key}/{scope}, "
            f"SignedHeaders={';'.join(signed)}, Signature={signature}",
        )


def set_header(request: Request, name: str, value: str) -> None:
    """Sets a header in place of one whose name differs in case only."""
    for present in [key for key in request.headers if key.lower() == name.lower()]:
        del request.headers[present]
    request.headers[name] = value


def region_of(url: SplitResult) -> str:
    """Returns the region of `{id}.execute-api.{region}.amazonaws.com`, else that of the environment."""
    labels = (url.hostname or "").split(".")
    if "execute-api" in labels[:-2]:
        return labels[labels.index("execute-api") + 1]
    region = os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION")
    if not region:
        raise LookupError(
            f"the region of {url.hostname} is not known; give SigV4 a region"
        )
    return region


def signed_headers(request: Request, url: SplitResult) -> Iterable[tuple[str, str]]:
    """Yields the headers that take part, under their names in lower case."""
    yield "host", host_of(url)
    for name, value in request.headers.items():
        lower = name.lower()
        if lower not in UNSIGNED and lower not in ("authorization", "host"):
            yield lower, " ".join(value.split())


def host_of(url: SplitResult) -> str:
    """Returns the value of the Host header: without the port that its scheme has anyway."""
    host = url.hostname or ""
    host = f"[{host}]" if ":" in host else host
    plain = url.port is None or url.port == DEFAULT_PORTS.get(url.scheme)
    return host if plain else f"{host}:{url.port}"


def canonical_request(
    request: Request, url: SplitResult, signed: dict[str, str]
) -> str:
    """Returns the text that both sides make of a request: method, path, query, headers, hash of the body."""
    headers = "".join(f"{name}:{value}\n" for name, value in signed.items())
    payload = sha256()
    for chunk in request.chunks():
        payload.update(chunk)
    return "\n".join(
        (
            request.method.upper(),
            quote(without_dots(url.path) or "/", safe="/~"),
            canonical_query(url.query),
            headers,
            ";".join(signed),
            payload.hexdigest(),
        )
    )


def without_dots(path: str) -> str:
    """Returns a path without `.`, `..` and empty segments; a slash at its end stays."""
    kept: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            del kept[-1:]
        elif segment not in ("", "."):
            kept.append(segment)
    end = "/" if kept and path.endswith("/") else ""
    return f"/{'/'.join(kept)}{end}"


def canonical_query(query: str) -> str:
    """Returns a query with its parameters encoded alike and in order."""
    pairs = (pair.partition("=") for pair in query.split("&") if pair)
    encoded = sorted(
        (quote(unquote(name), safe="-_.~"), quote(unquote(value), safe="-_.~"))
        for name, _, value in pairs
    )
    return "&".join(f"{name}={value}" for name, value in encoded)


def signing_key(secret_key: str, scope: str) -> bytes:
    """Returns the key of a day, region and service."""
    key = f"AWS4{secret_key}".encode()
    for part in scope.split("/"):
        key = digest(key, part.encode(), "sha256")
    return key
