"""The way to the server: two small protocols; whoever fulfils one can stand in for the network."""

from __future__ import annotations

from typing import Protocol

from .messages import AsyncResponse, Request, Response


class Transport(Protocol):
    """Sends requests; `HttpTransport` is the default, tests bring their own."""

    def send(self, request: Request, timeout: float) -> Response:
        """Returns the response to a request, whatever its status; follows no redirect.

        Raises `RequestTimeoutError` when `timeout` seconds pass without a byte, else `ConnectionFailedError`.
        """
        ...

    def close(self) -> None:
        """Closes what is open."""
        ...


class AsyncTransport(Protocol):
    """Sends requests for an asynchronous client."""

    async def send(self, request: Request, timeout: float) -> AsyncResponse:
        """Returns the response to a request, whatever its status; follows no redirect."""
        ...

    async def close(self) -> None:
        """Closes what is open."""
        ...
