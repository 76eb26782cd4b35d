"""The way to the server: a small protocol, and its implementation on the standard library."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

from .errors import ConnectionFailedError, RequestTimeoutError

if TYPE_CHECKING:
    from http.client import HTTPConnection


class Headers(Mapping[str, str]):
    """Headers, whose names differ in case only by accident."""

    def __init__(
        self, items: Mapping[str, str] | Iterable[tuple[str, str]] = ()
    ) -> None:
        pairs = items.items() if isinstance(items, Mapping) else items
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


@dataclass(slots=True)
class Request:
    """A request on its way: what an `Auth` may still change."""

    method: str
    url: str
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None


@dataclass(slots=True)
class Response:
    """A response as it arrived."""

    status: int
    headers: Headers
    content: bytes

    @property
    def text(self) -> str:
        """Returns the content as UTF-8 text."""
        return self.content.decode("utf-8", "replace")

    def json(self) -> Any:
        """Returns the content as JSON data."""
        return json.loads(self.content)

    @property
    def request_id(self) -> str | None:
        """Returns the id under which API Gateway knows the request."""
        names = ("x-amzn-requestid", "apigw-requestid", "x-request-id")
        return next(
            (self.headers[name] for name in names if name in self.headers), None
        )


class Transport(Protocol):
    """Sends requests; `HttpTransport` is the default, tests bring their own."""

    def send(self, request: Request, timeout: float) -> Response:
        """Returns the response to a request, whatever its status; follows no redirect."""
        ...

    def close(self) -> None:
        """Closes what is open."""
        ...


class HttpTransport:
    """Sends requests with `http.client` over connections that are kept open; safe between threads."""

    def __init__(self, *, idle_connections: int = 8) -> None:
        self._idle: list[tuple[tuple[str, str], HTTPConnection]] = []
        self._most = idle_connections
        self._lock = Lock()

    def send(self, request: Request, timeout: float) -> Response:
        """Returns the response to a request, whatever its status; follows no redirect."""
        from http.client import HTTPException

        parts = urlsplit(request.url)
        target = (
            f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        )
        origin = (parts.scheme, parts.netloc)
        connection = self._take(origin, timeout)
        try:
            response = exchange(connection, request, target)
        except TimeoutError as error:
            connection.close()
            raise RequestTimeoutError(
                f"no answer from {parts.netloc} within {timeout:g} s"
            ) from error
        except (OSError, HTTPException) as error:
            connection.close()
            raise ConnectionFailedError(
                f"{parts.netloc}: {error or type(error).__name__}"
            ) from error
        except BaseException:
            connection.close()
            raise
        self._put(origin, connection)
        return response

    def close(self) -> None:
        """Closes the idle connections."""
        with self._lock:
            idle, self._idle = self._idle, []
        for _, connection in idle:
            connection.close()

    def _take(self, origin: tuple[str, str], timeout: float) -> HTTPConnection:
        while (connection := self._pop(origin)) is not None:
            if is_alive(connection):
                connection.timeout = timeout
                connection.sock.settimeout(timeout)
                return connection
            connection.close()
        return connect(origin, timeout)

    def _pop(self, origin: tuple[str, str]) -> HTTPConnection | None:
        with self._lock:
            for index, (key, connection) in enumerate(self._idle):
                if key == origin:
                    del self._idle[index]
                    return connection
        return None

    def _put(self, origin: tuple[str, str], connection: HTTPConnection) -> None:
        if connection.sock is None:
            return
        with self._lock:
            if len(self._idle) < self._most:
                self._idle.append((origin, connection))
                return
        connection.close()


def connect(origin: tuple[str, str], timeout: float) -> HTTPConnection:
    """Returns a connection to a host; TLS with the system's certificates for https."""
    from http.client import HTTPConnection, HTTPSConnection

    scheme, host = origin
    if scheme not in ("http", "https"):
        raise ConnectionFailedError(
            f"the base URL must begin with https:// or http://, not {scheme!r}"
        )
    return (HTTPSConnection if scheme == "https" else HTTPConnection)(
        host, timeout=timeout
    )


def is_alive(connection: HTTPConnection) -> bool:
    """Tells whether an idle connection is still open: a closed one is readable at once."""
    from select import select

    try:
        return (
            connection.sock is not None and not select([connection.sock], [], [], 0)[0]
        )
    except (OSError, ValueError):
        return False


def exchange(connection: HTTPConnection, request: Request, target: str) -> Response:
    """Sends one request and reads its response whole."""
    connection.request(
        request.method, target, body=request.body, headers=request.headers
    )
    answer = connection.getresponse()
    response = Response(answer.status, Headers(answer.getheaders()), answer.read())
    if answer.will_close:
        connection.close()
    return response
