"""Files on their way to S3 and back by signed URLs: what API Gateway cannot carry, for it takes 10 MB at most.

The API hands out a signed form or a redirect; the file itself goes straight to S3, without any credentials of the API.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, BinaryIO
from urllib.parse import urljoin, urlsplit

from .bodies import quoted
from .errors import ClientError
from .files import Pieces
from .messages import Answer, Headers, Request
from .model import Model

Progress = Callable[[int, int], None]
"""Told the bytes sent so far and the bytes in all."""
REDIRECTS = (307, 308)
MOST_REDIRECTS = 3
_CODE = re.compile(r"<Code>([^<]*)</Code>")
_MESSAGE = re.compile(r"<Message>([^<]*)</Message>")


class TransferFailedError(ClientError):
    """S3 did not take or give a file; `code` is its word for why, such as EntityTooLarge or AccessDenied."""

    def __init__(self, message: str, *, status: int = 0, code: str = "") -> None:
        self.status = status
        self.code = code
        super().__init__(message)


class Watched:
    """A body that says how much of it has been sent."""

    def __init__(self, body: Pieces, progress: Progress) -> None:
        self._body = body
        self._progress = progress
        self.length = body.length

    def __iter__(self) -> Iterator[bytes]:
        sent = 0
        for chunk in self._body:
            yield chunk
            sent += len(chunk)
            self._progress(sent, self.length)


def form_request(
    ticket: Any,
    file: bytes | BinaryIO,
    headers: Mapping[str, str],
    progress: Progress | None,
) -> Request:
    """Returns the request that posts a file with a signed form: `url` and `fields` of what the API answered."""
    form: Mapping[str, Any] = ticket.to_dict() if isinstance(ticket, Model) else ticket
    check_time(form)
    boundary = os.urandom(16).hex()
    head = "".join(
        f'--{boundary}\r\nContent-Disposition: form-data; name="{quoted(name)}"\r\n\r\n{value}\r\n'
        for name, value in form["fields"].items()
    )
    head += f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="file"\r\n\r\n'
    body = Pieces([head.encode(), file, f"\r\n--{boundary}--\r\n".encode()])
    content_type = f"multipart/form-data; boundary={boundary}"
    watched = body if progress is None else Watched(body, progress)
    return Request(
        "POST", form["url"], {**headers, "Content-Type": content_type}, watched
    )


def check_time(form: Mapping[str, Any]) -> None:
    """Raises when a signed form has expired."""
    end = form.get("expiresAt")
    if isinstance(end, str) and dt.datetime.fromisoformat(end) <= dt.datetime.now(
        dt.UTC
    ):
        raise TransferFailedError(f"the signed form expired at {end}", code="Expired")


def redirected(request: Request, answer: Answer, hops: int) -> Request | None:
    """Returns the request to another endpoint of S3, where a new bucket may stand; None when there is none."""
    location = answer.headers.get("location", "")
    if answer.status not in REDIRECTS or not location or hops >= MOST_REDIRECTS:
        return None
    url = urljoin(request.url, location)
    parts = urlsplit(url)
    is_s3 = (parts.hostname or "").endswith((".amazonaws.com", ".amazonaws.com.cn"))
    if not is_s3 or parts.scheme != "https":
        return None
    return Request(request.method, url, request.headers, request.body)


def download_request(
    answer: Answer, headers: Mapping[str, str], base_url: str
) -> Request:
    """Returns the request for the file that a redirect points to; an API on https leads to https alone."""
    location = answer.headers.get("location", "")
    allowed = ("https",) if base_url.startswith("https:") else ("https", "http")
    if urlsplit(location).scheme not in allowed:
        raise TransferFailedError(
            "the API did not say where the file is", status=answer.status
        )
    return Request("GET", location, {**headers, "Accept": "*/*"})


def failure(status: int, headers: Headers, content: bytes) -> TransferFailedError:
    """Returns the error that an answer of S3 stands for."""
    text = content.decode("utf-8", "replace")
    code = found.group(1) if (found := _CODE.search(text)) else ""
    message = found.group(1) if (found := _MESSAGE.search(text)) else ""
    request = headers.get("x-amz-request-id", "")
    said = ": ".join(part for part in (code, message) if part)
    told = f"{status} {said}".rstrip() + (f" (request {request})" if request else "")
    return TransferFailedError(told, status=status, code=code)
