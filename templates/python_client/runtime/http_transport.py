"""The transport on the standard library: connections are kept open, proxies and certificates are the system's."""

from __future__ import annotations

import os
from collections.abc import Iterator
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from .errors import ConnectionFailedError, RequestTimeoutError
from .messages import Headers, Request, Response

if TYPE_CHECKING:
    from http.client import HTTPConnection, HTTPResponse
    from ssl import SSLContext

CHUNK = 65536
Origin = tuple[str, str]


class HttpTransport:
    """Sends requests with `http.client`; safe between threads.

    `proxy` is the URL of a proxy, "" for none; without it `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` decide.
    """

    def __init__(
        self,
        *,
        idle_connections: int = 8,
        proxy: str | None = None,
        tls: SSLContext | None = None,
    ) -> None:
        self._idle: list[tuple[Origin, HTTPConnection]] = []
        self._most = idle_connections
        self._proxy = proxy
        self._tls = tls
        self._lock = Lock()

    def send(self, request: Request, timeout: float) -> Response:
        """Returns the response to a request, whatever its status; follows no redirect."""
        url = urlsplit(request.url)
        origin = (url.scheme, url.netloc)
        proxy = self._proxy_for(url)
        connection = self._take(origin, timeout) or self._connect(url, proxy, timeout)
        with Mishaps(connection, url.netloc, timeout):
            answer = exchange(connection, request, url, proxy)
        chunks = self._body(origin, connection, answer, timeout)
        headers = Headers(answer.getheaders())
        return Response(answer.status, headers, chunks, give_up=connection.close)

    def close(self) -> None:
        """Closes the idle connections."""
        with self._lock:
            idle, self._idle = self._idle, []
        for _, connection in idle:
            connection.close()

    def _body(
        self,
        origin: Origin,
        connection: HTTPConnection,
        answer: HTTPResponse,
        timeout: float,
    ) -> Iterator[bytes]:
        """Yields the body; the connection is used again once it has been read to its end."""
        try:
            with Mishaps(connection, origin[1], timeout):
                while chunk := answer.read1(CHUNK):
                    yield chunk
                finish(answer)
        finally:
            if answer.isclosed() and not answer.will_close:
                self._put(origin, connection)
            else:
                connection.close()

    def _take(self, origin: Origin, timeout: float) -> HTTPConnection | None:
        while (connection := self._pop(origin)) is not None:
            if is_alive(connection):
                connection.timeout = timeout
                connection.sock.settimeout(timeout)
                return connection
            connection.close()
        return None

    def _pop(self, origin: Origin) -> HTTPConnection | None:
        with self._lock:
            for index, (key, connection) in enumerate(self._idle):
                if key == origin:
                    del self._idle[index]
                    return connection
        return None

    def _put(self, origin: Origin, connection: HTTPConnection) -> None:
        with self._lock:
            if len(self._idle) < self._most:
                self._idle.append((origin, connection))
                return
        connection.close()

    def _connect(
        self, url: SplitResult, proxy: Proxy | None, timeout: float
    ) -> HTTPConnection:
        from http.client import HTTPConnection, HTTPSConnection

        if url.scheme not in ("http", "https"):
            raise ConnectionFailedError(
                f"the base URL must begin with https:// or http://, not {url.scheme!r}"
            )
        host = proxy.host if proxy else url.netloc
        if url.scheme == "http":
            return HTTPConnection(host, timeout=timeout)
        connection = HTTPSConnection(host, timeout=timeout, context=self._tls)
        if proxy:
            connection.set_tunnel(url.netloc, headers=proxy.headers)
        return connection

    def _proxy_for(self, url: SplitResult) -> Proxy | None:
        given = self._proxy
        if given is None:
            given = environment_proxy(url)
        return proxy_of(given) if given else None


class Proxy(NamedTuple):
    """A proxy: host and port, and what it wants to hear."""

    host: str
    headers: dict[str, str]


def environment_proxy(url: SplitResult) -> str | None:
    """Returns the proxy that the environment names for a URL."""
    if not any(name.lower().endswith("_proxy") for name in os.environ):
        return None
    from urllib.request import getproxies, proxy_bypass

    proxies = getproxies()
    if proxy_bypass(url.netloc):
        return None
    return proxies.get(url.scheme) or proxies.get("all")


def proxy_of(address: str) -> Proxy:
    """Returns the proxy behind `http://user:password@host:port`."""
    parts = urlsplit(address if "://" in address else f"http://{address}")
    headers: dict[str, str] = {}
    if parts.username is not None:
        from base64 import b64encode

        pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        headers["Proxy-Authorization"] = f"Basic {b64encode(pair.encode()).decode()}"
    return Proxy(parts.netloc.rpartition("@")[2], headers)


class Mishaps:
    """Turns what can happen on a connection into errors of the client, and closes the connection."""

    def __init__(self, connection: HTTPConnection, host: str, timeout: float) -> None:
        self._connection = connection
        self._host = host
        self._timeout = timeout

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: object, error: BaseException | None, trace: object
    ) -> None:
        from http.client import HTTPException

        if error is None:
            return
        self._connection.close()
        if isinstance(error, TimeoutError):
            raise RequestTimeoutError(
                f"no answer from {self._host} within {self._timeout:g} s"
            ) from error
        if isinstance(error, OSError | HTTPException):
            raise ConnectionFailedError(
                f"{self._host}: {error or type(error).__name__}"
            ) from error


def is_alive(connection: HTTPConnection) -> bool:
    """Tells whether an idle connection is still open: a closed one is readable at once."""
    from select import select

    try:
        return (
            connection.sock is not None and not select([connection.sock], [], [], 0)[0]
        )
    except (OSError, ValueError):
        return False


def exchange(
    connection: HTTPConnection, request: Request, url: SplitResult, proxy: Proxy | None
) -> HTTPResponse:
    """Sends one request and returns its response, the body not yet read."""
    headers = request.sized_headers()
    target = f"{url.path or '/'}?{url.query}" if url.query else url.path or "/"
    if proxy and url.scheme == "http":
        headers = {**headers, **proxy.headers}
        target = f"http://{url.netloc}{target}"
    connection.request(request.method, target, body=request.body, headers=headers)
    return connection.getresponse()


def finish(answer: HTTPResponse) -> None:
    """Makes sure that a body was read to its end, so that its connection can be used again."""
    from http.client import IncompleteRead

    if answer.length:
        raise IncompleteRead(b"", answer.length)
    answer.read()
