"""A transport on urllib3, for those who have it anyway."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from .errors import ConnectionFailedError, RequestTimeoutError
from .messages import Headers, Request, Response

CHUNK = 65536


class Urllib3Transport:
    """Sends requests with a `urllib3.PoolManager`; without one, with a pool of its own."""

    def __init__(self, pool: Any = None) -> None:
        self._library = import_module("urllib3")
        self._pool = pool or self._library.PoolManager()

    def send(self, request: Request, timeout: float) -> Response:
        """Returns the response to a request, whatever its status; follows no redirect."""
        with self._mishaps(request, timeout):
            answer = self._pool.request(
                request.method,
                request.url,
                body=request.body,
                headers=request.sized_headers(),
                timeout=timeout,
                retries=False,
                redirect=False,
                preload_content=False,
            )
        chunks = self._read(answer, request, timeout)
        headers = Headers(answer.headers.items())
        return Response(answer.status, headers, chunks, give_up=answer.close)

    def close(self) -> None:
        """Closes the pool."""
        self._pool.clear()

    def _read(self, answer: Any, request: Request, timeout: float) -> Iterator[bytes]:
        complete = False
        try:
            with self._mishaps(request, timeout):
                while chunk := answer.read1(CHUNK):
                    yield chunk
                complete = True
        finally:
            if not complete:
                answer.close()
            answer.release_conn()

    @contextmanager
    def _mishaps(self, request: Request, timeout: float) -> Generator[None, None, None]:
        errors = self._library.exceptions
        try:
            yield
        except errors.NewConnectionError as error:
            raise ConnectionFailedError(str(error)) from error
        except errors.TimeoutError as error:
            raise RequestTimeoutError(
                f"no answer to {request.method} within {timeout:g} s"
            ) from error
        except errors.HTTPError as error:
            raise ConnectionFailedError(str(error) or type(error).__name__) from error
