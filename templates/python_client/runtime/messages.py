"""Requests and responses as they travel; their bodies are bytes, or chunks of bytes that are read once."""

from __future__ import annotations

import json
from collections.abc import (
    AsyncIterable,
    AsyncIterator,
    Awaitable,
    Callable,
    Iterable,
    Iterator,
    Mapping,
)
from dataclasses import dataclass, field
from typing import Any, Protocol, Self


class Headers(Mapping[str, str]):
    """Headers, whose names differ in case only by accident."""

    def __init__(
        self, items: Mapping[str, str] | Iterable[tuple[str, str]] = ()
    ) -> None:
        given: Any = items
        pairs: Iterable[tuple[str, str]] = (
            given.items() if hasattr(given, "items") else given
        )
        self._items: dict[str, tuple[str, str]] = {}
        for name, value in pairs:
            present = self._items.get(name.lower())
            self._items[name.lower()] = (
                name,
                f"{present[1]}, {value}" if present else value,
            )

    def __getitem__(self, name: str) -> str:
        return self._items[name.lower()][1]

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._items.values())

    def __len__(self) -> int:
        return len(self._items)

    def __repr__(self) -> str:
        return f"Headers({list(self)})"


class Chunks(Protocol):
    """A body that is not in memory: each iteration yields it from its start; `length` is in bytes."""

    @property
    def length(self) -> int:
        """Returns the number of bytes."""
        ...

    def __iter__(self) -> Iterator[bytes]: ...


@dataclass(slots=True)
class Request:
    """A request on its way: what an `Auth` may still change."""

    method: str
    url: str
    headers: dict[str, str] = field(default_factory=dict[str, str])
    body: bytes | Chunks | None = None

    def chunks(self) -> Iterable[bytes]:
        """Returns the body, in pieces."""
        if isinstance(self.body, bytes):
            return (self.body,)
        return () if self.body is None else self.body

    async def chunks_async(self) -> AsyncIterator[bytes]:
        """Yields the body, in pieces, for transports of asyncio."""
        for chunk in self.chunks():
            yield chunk

    def sized_headers(self) -> dict[str, str]:
        """Returns the headers, with the length of a body that comes in pieces."""
        if self.body is None or isinstance(self.body, bytes):
            return self.headers
        return {**self.headers, "Content-Length": str(self.body.length)}


class Answer:
    """What a response is without its body."""

    def __init__(self, status: int, headers: Headers) -> None:
        self.status = status
        self.headers = headers

    @property
    def request_id(self) -> str | None:
        """Returns the id under which API Gateway knows the request."""
        names = ("x-amzn-requestid", "apigw-requestid", "x-request-id")
        return next(
            (self.headers[name] for name in names if name in self.headers), None
        )

    @property
    def media_type(self) -> str:
        """Returns the media type without parameters, in lower case; empty when none is stated."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status}>"


class Response(Answer):
    """A response; its body is read when it is asked for, whole or in chunks.

    `give_up` lets go of what the body comes from when it is closed before its end.
    """

    def __init__(
        self,
        status: int,
        headers: Headers,
        content: bytes | Iterable[bytes] = b"",
        *,
        give_up: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(status, headers)
        self._give_up = give_up
        self._chunks: Iterable[bytes] = (
            (content,) if isinstance(content, bytes) else content
        )
        self._content = content if isinstance(content, bytes) else None

    @property
    def content(self) -> bytes:
        """Returns the whole body."""
        if self._content is None:
            self._content = b"".join(self._chunks)
            self._give_up = None
        return self._content

    def read(self) -> Self:
        """Reads the whole body and returns the response."""
        self._content = self.content
        return self

    def iter_bytes(self) -> Iterator[bytes]:
        """Yields the body as it arrives; without reading it into memory, and once only."""
        yield from self._chunks if self._content is None else (self._content,)
        self._give_up = None

    @property
    def text(self) -> str:
        """Returns the content as UTF-8 text."""
        return self.content.decode("utf-8", "replace")

    def json(self) -> Any:
        """Returns the content as JSON data."""
        return json.loads(self.content)

    def close(self) -> None:
        """Gives up what has not been read."""
        close = getattr(self._chunks, "close", None)
        if close is not None:
            close()
        if self._give_up is not None:
            self._give_up()
            self._give_up = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AsyncResponse(Answer):
    """A response to an asynchronous client; its body is read in chunks, or whole by `read`.

    `give_up` lets go of what the body comes from when it is closed before its end.
    """

    def __init__(
        self,
        status: int,
        headers: Headers,
        content: bytes | AsyncIterable[bytes] = b"",
        *,
        give_up: Callable[[], Awaitable[object]] | None = None,
    ) -> None:
        super().__init__(status, headers)
        self._give_up = give_up
        self._content = content

    async def read(self) -> Response:
        """Reads the whole body and returns a response that holds it."""
        if not isinstance(self._content, bytes):
            self._content = b"".join([chunk async for chunk in self._content])
            self._give_up = None
        return Response(self.status, self.headers, self._content)

    async def iter_bytes(self) -> AsyncIterator[bytes]:
        """Yields the body as it arrives; without reading it into memory, and once only."""
        if isinstance(self._content, bytes):
            yield self._content
            return
        async for chunk in self._content:
            yield chunk
        self._give_up = None

    async def close(self) -> None:
        """Gives up what has not been read."""
        close = getattr(self._content, "aclose", None)
        if close is not None:
            await close()
        if self._give_up is not None:
            await self._give_up()
            self._give_up = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()
