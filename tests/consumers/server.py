"""A live HTTP server that answers what a test tells it and remembers what it was asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any, NamedTuple


class Asked(NamedTuple):
    """A request as it arrived; `connection` tells which of them shared a connection."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes
    connection: int

    @property
    def json(self) -> Any:
        """Returns the body as JSON."""
        return json.loads(self.body)


class Answer(NamedTuple):
    """What the server answers; a `declared_length` that is more than the body makes it break off."""

    status: int = 200
    body: bytes = b""
    content_type: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()
    declared_length: int | None = None


def answer(data: object, status: int = 200, **headers: str) -> Answer:
    """Returns an answer in JSON; an underscore in a header's name stands for a dash."""
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Answer(status, json.dumps(data).encode(), headers=named)


class LiveServer:
    """The server's address, its memory, and what it answers next."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.asked: list[Asked] = []
        self.answers: list[Answer] = []
        self.hold = Event()
        self.hold.set()

    @property
    def last(self) -> Asked:
        """Returns the latest request."""
        return self.asked[-1]

    def will(self, *answers: Answer) -> None:
        """Says what the next requests are answered."""
        self.answers.extend(answers)


@contextmanager
def live_server() -> Iterator[LiveServer]:
    """Runs a server in a thread."""
    http = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    http.daemon_threads = True
    server = LiveServer(f"http://127.0.0.1:{http.server_address[1]}")
    http.RequestHandlerClass = _handler(server)
    thread = Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.hold.set()
        http.shutdown()
        thread.join()
        http.server_close()


def _handler(server: LiveServer) -> Callable[..., BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_one_request(self) -> None:
            try:
                super().handle_one_request()
            except ConnectionError:
                self.close_connection = True

        def __getattr__(self, name: str) -> Callable[[], None]:
            if name.startswith("do_"):
                return self._reply
            raise AttributeError(name)

        def _reply(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            server.asked.append(Asked(self.command, self.path, dict(self.headers), body, id(self)))
            server.hold.wait(10)
            given = server.answers.pop(0) if server.answers else Answer(204)
            self.send_response(given.status)
            for name, value in given.headers:
                self.send_header(name, value)
            if given.status != 204:
                self.send_header("Content-Type", given.content_type)
                self.send_header("Content-Length", str(given.declared_length or len(given.body)))
            self.end_headers()
            if given.status != 204:
                self.wfile.write(given.body)
            if given.declared_length is not None:
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    return Handler
