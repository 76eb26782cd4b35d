"""A transport on aiohttp, for those who have it anyway."""

from __future__ import annotations

from collections.abc import AsyncIterator, Generator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from .errors import ConnectionFailedError, RequestTimeoutError
from .messages import AsyncResponse, Headers, Request


class AiohttpTransport:
    """Sends requests with an `aiohttp.ClientSession`; without one, with a session of its own."""

    def __init__(self, session: Any = None) -> None:
        self._library = import_module("aiohttp")
        self._url = import_module("yarl").URL
        self._session = session

    async def send(self, request: Request, timeout: float) -> AsyncResponse:
        """Returns the response to a request, whatever its status; follows no redirect."""
        if self._session is None:
            jar = self._library.DummyCookieJar()
            self._session = self._library.ClientSession(cookie_jar=jar)
        in_pieces = not (request.body is None or isinstance(request.body, bytes))
        data: Any = request.chunks_async() if in_pieces else request.body
        with self._mishaps(request, timeout):
            answer = await self._session.request(
                request.method,
                self._url(request.url, encoded=True),
                headers=request.sized_headers(),
                data=data,
                allow_redirects=False,
                timeout=self._library.ClientTimeout(
                    total=None, connect=timeout, sock_read=timeout
                ),
            )
        chunks = self._read(answer, request, timeout)

        async def give_up() -> None:
            answer.close()

        headers = Headers(answer.headers.items())
        return AsyncResponse(answer.status, headers, chunks, give_up=give_up)

    async def close(self) -> None:
        """Closes the session."""
        if self._session is not None:
            await self._session.close()

    async def _read(
        self, answer: Any, request: Request, timeout: float
    ) -> AsyncIterator[bytes]:
        try:
            with self._mishaps(request, timeout):
                async for chunk in answer.content.iter_any():
                    yield chunk
        finally:
            answer.release()

    @contextmanager
    def _mishaps(self, request: Request, timeout: float) -> Generator[None, None, None]:
        try:
            yield
        except TimeoutError as error:
            raise RequestTimeoutError(
                f"no answer to {request.method} within {timeout:g} s"
            ) from error
        except (self._library.ClientError, OSError, ValueError) as error:
            raise ConnectionFailedError(str(error) or type(error).__name__) from error
