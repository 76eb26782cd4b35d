"""Transports on httpx or httpx2, for those who have one of them anyway: its pools, HTTP/2, its own settings."""

from __future__ import annotations

from collections.abc import AsyncIterator, Generator, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from .errors import ConnectionFailedError, RequestTimeoutError
from .messages import AsyncResponse, Headers, Request, Response


class HttpxTransport:
    """Sends requests with an `httpx.Client` or an `httpx2.Client`; without one, with a client of httpx of its own."""

    def __init__(self, client: Any = None) -> None:
        self._client = client or import_module("httpx").Client(cookies=no_cookies())
        self._library = library_of(self._client)

    def send(self, request: Request, timeout: float) -> Response:
        """Returns the response to a request, whatever its status; follows no redirect."""
        with mishaps(self._library, request, timeout):
            answer = self._client.send(
                self._client.build_request(
                    request.method,
                    request.url,
                    headers=request.sized_headers(),
                    content=content_of(request),
                    timeout=timeout,
                ),
                stream=True,
                follow_redirects=False,
            )
        chunks = self._read(answer, request, timeout)
        headers = Headers(answer.headers.multi_items())
        return Response(answer.status_code, headers, chunks, give_up=answer.close)

    def close(self) -> None:
        """Closes the client."""
        self._client.close()

    def _read(self, answer: Any, request: Request, timeout: float) -> Iterator[bytes]:
        try:
            with mishaps(self._library, request, timeout):
                yield from answer.iter_bytes()
        finally:
            answer.close()


class AsyncHttpxTransport:
    """Sends requests with an `httpx.AsyncClient` or an `httpx2.AsyncClient`; without one, with one of its own."""

    def __init__(self, client: Any = None) -> None:
        self._client = client or import_module("httpx").AsyncClient(
            cookies=no_cookies()
        )
        self._library = library_of(self._client)

    async def send(self, request: Request, timeout: float) -> AsyncResponse:
        """Returns the response to a request, whatever its status; follows no redirect."""
        content = content_of(request)
        with mishaps(self._library, request, timeout):
            answer = await self._client.send(
                self._client.build_request(
                    request.method,
                    request.url,
                    headers=request.sized_headers(),
                    content=content
                    if isinstance(content, bytes)
                    else request.chunks_async(),
                    timeout=timeout,
                ),
                stream=True,
                follow_redirects=False,
            )
        chunks = self._read(answer, request, timeout)
        headers = Headers(answer.headers.multi_items())
        return AsyncResponse(answer.status_code, headers, chunks, give_up=answer.aclose)

    async def close(self) -> None:
        """Closes the client."""
        await self._client.aclose()

    async def _read(
        self, answer: Any, request: Request, timeout: float
    ) -> AsyncIterator[bytes]:
        try:
            with mishaps(self._library, request, timeout):
                async for chunk in answer.aiter_bytes():
                    yield chunk
        finally:
            await answer.aclose()


def no_cookies() -> Any:
    """Returns a jar that takes no cookie: a client that many callers share must not mix them up."""
    from http.cookiejar import CookieJar, DefaultCookiePolicy

    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))


def library_of(client: Any) -> Any:
    """Returns the module that a client comes from."""
    for kind in type(client).__mro__:
        name = kind.__module__.partition(".")[0]
        if name in ("httpx", "httpx2"):
            return import_module(name)
    raise TypeError(f"{type(client).__name__} is no client of httpx or httpx2")


def content_of(request: Request) -> Any:
    """Returns the body of a request, as httpx takes it."""
    return b"" if request.body is None else request.body


@contextmanager
def mishaps(
    library: Any, request: Request, timeout: float
) -> Generator[None, None, None]:
    """Turns the errors of httpx into those of the client."""
    try:
        yield
    except library.TimeoutException as error:
        raise RequestTimeoutError(
            f"no answer to {request.method} within {timeout:g} s"
        ) from error
    except (library.TransportError, library.InvalidURL) as error:
        raise ConnectionFailedError(str(error) or type(error).__name__) from error
