"""An asynchronous transport out of one that waits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from functools import partial

from .messages import AsyncResponse, Request, Response
from .transport import Transport


class ThreadTransport:
    """Makes an asynchronous transport of any other, by a thread for each request that waits."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def send(self, request: Request, timeout: float) -> AsyncResponse:
        """Returns the response to a request; its body is read in a thread too."""
        response = await asyncio.to_thread(self._transport.send, request, timeout)
        return AsyncResponse(
            response.status,
            response.headers,
            read_in_thread(response),
            give_up=partial(asyncio.to_thread, response.close),
        )

    async def close(self) -> None:
        """Closes what is open."""
        await asyncio.to_thread(self._transport.close)


async def read_in_thread(response: Response) -> AsyncIterator[bytes]:
    """Yields the body of a response without blocking the event loop."""
    chunks = response.iter_bytes()
    try:
        while (chunk := await asyncio.to_thread(next, chunks, None)) is not None:
            yield chunk
    finally:
        response.close()
