"""Bodies that arrive piece by piece: server-sent events and JSON lines."""

from __future__ import annotations

import json
from codecs import getincrementaldecoder
from collections.abc import (
    AsyncGenerator,
    AsyncIterator,
    Callable,
    Generator,
    Iterable,
    Iterator,
)
from dataclasses import dataclass
from typing import Any, Generic, Self, TypeVar

from .messages import AsyncResponse, Response

T = TypeVar("T")


@dataclass(slots=True, frozen=True)
class ServerSentEvent(Generic[T]):
    """One event of a stream: https://html.spec.whatwg.org/multipage/server-sent-events.html"""

    data: T
    event: str = "message"
    id: str = ""
    retry_ms: int | None = None


class Lines:
    """Cuts chunks of UTF-8 into lines, which may end in CR, LF or both."""

    def __init__(self) -> None:
        self._decoder = getincrementaldecoder("utf-8-sig")("replace")
        self._rest = ""

    def feed(self, chunk: bytes, *, final: bool = False) -> Iterator[str]:
        """Yields the lines that are complete."""
        text = self._rest + self._decoder.decode(chunk, final)
        held = ""
        if text.endswith("\r") and not final:
            text, held = text[:-1], "\r"
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._rest = lines.pop() + held
        yield from lines
        if final and self._rest:
            yield self._rest


class EventParser:
    """Makes events of lines; `decode` turns the data of an event into its value."""

    def __init__(self, decode: Callable[[str], Any]) -> None:
        self._decode = decode
        self._data: list[str] = []
        self._event = ""
        self._id = ""
        self._retry: int | None = None

    def line(self, line: str) -> Iterator[ServerSentEvent[Any]]:
        """Yields the event that a line ends, if it ends one."""
        if not line:
            if self._data:
                text = "\n".join(self._data)
                kind = self._event or "message"
                yield ServerSentEvent(self._decode(text), kind, self._id, self._retry)
            self._data, self._event = [], ""
            return
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            self._data.append(value)
        elif name == "event":
            self._event = value
        elif name == "id" and "\0" not in value:
            self._id = value
        elif name == "retry" and value.isdigit():
            self._retry = int(value)


class JsonLineParser:
    """Makes values of lines that hold a JSON value each; empty lines keep the connection alive."""

    def __init__(self, decode: Callable[[str], Any]) -> None:
        self._decode = decode

    def line(self, line: str) -> Iterator[Any]:
        """Yields the value of a line."""
        text = line.strip().removeprefix("\x1e")
        if text:
            yield self._decode(text)


Parser = EventParser | JsonLineParser
EVENTS = "text/event-stream"


def parser_of(media_type: str, decode: Callable[[Any], Any]) -> Parser:
    """Returns what reads a stream of a media type; `decode` gets JSON data, or the text that is none."""

    def read(text: str) -> Any:
        try:
            data = json.loads(text)
        except ValueError:
            return text
        return decode(data)

    return EventParser(read) if media_type == EVENTS else JsonLineParser(read)


class Stream(Generic[T]):
    """Yields the values of a stream as they arrive; use it as a context manager to give up early."""

    def __init__(self, response: Response, parser: Parser) -> None:
        self.response = response
        self._values = values(response.iter_bytes(), parser)

    def __iter__(self) -> Iterator[T]:
        return self._values

    def __next__(self) -> T:
        value: T = next(self._values)
        return value

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._values.close()
        self.response.close()


class AsyncStream(Generic[T]):
    """Yields the values of a stream as they arrive; use it as a context manager to give up early."""

    def __init__(self, response: AsyncResponse, parser: Parser) -> None:
        self.response = response
        self._values = values_async(response.iter_bytes(), parser)

    def __aiter__(self) -> AsyncIterator[T]:
        return self._values

    async def __anext__(self) -> T:
        value: T = await anext(self._values)
        return value

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._values.aclose()
        await self.response.close()


def values(chunks: Iterable[bytes], parser: Parser) -> Generator[Any, None, None]:
    """Yields the values of a body."""
    lines = Lines()
    for chunk in chunks:
        for line in lines.feed(chunk):
            yield from parser.line(line)
    for line in lines.feed(b"", final=True):
        yield from parser.line(line)


async def values_async(
    chunks: AsyncIterator[bytes], parser: Parser
) -> AsyncGenerator[Any, None]:
    """Yields the values of a body."""
    lines = Lines()
    async for chunk in chunks:
        for line in lines.feed(chunk):
            for value in parser.line(line):
                yield value
    for line in lines.feed(b"", final=True):
        for value in parser.line(line):
            yield value
