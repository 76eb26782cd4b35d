"""The web: bounded in size, time and redirects, and no way from the internet into the reader's network."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest

from specforge.source import Bounds, Files, Problem, Source
from specforge.source.remote import Fetched, Judge, absolute, fetch


class Server(ThreadingHTTPServer):
    """Answers what the path says, and remembers what was asked."""

    daemon_threads = True
    asked: list[str]
    closing: Event

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the signature is the library's
        """Keeps quiet."""

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        if self.path.startswith("/to/"):
            self.redirect(self.path.removeprefix("/to/"))
        elif self.path.startswith("/status/"):
            self.answer(b"no", status=int(self.path.removeprefix("/status/")))
        elif self.path == "/short":
            self.answer(b"a: 1", length=100)
        elif self.path == "/slow":
            self.drip()
        elif self.path == "/no-http":
            self.wfile.write(b"SSH-2.0-x\r\n\r\n")
        elif self.path == "/refers":
            self.answer(b"$ref: other.yaml\n")
        else:
            self.answer(b"a: 1\n")

    def answer(self, body: bytes, *, status: int = 200, length: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def redirect(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", f"/to/{int(target) - 1}" if target.isdigit() and target != "0" else target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        while not self.server.closing.wait(0.02):
            self.wfile.write(b" ")
            self.wfile.flush()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    running = Server(("127.0.0.1", 0), Handler)
    running.asked, running.closing = [], Event()
    thread = Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield running
    running.closing.set()
    running.shutdown()
    running.server_close()
    thread.join()


def test_a_document_is_fetched_with_a_word_on_where_it_lies(server: Server) -> None:
    assert Fetched(b"a: 1\n", inward=True) == fetch(f"{server.url}/a.yaml", 100)


def test_no_more_is_read_than_asked_for(server: Server) -> None:
    assert b"a:" == fetch(f"{server.url}/a.yaml", 2).data


def test_a_few_redirects_are_followed_and_many_are_not(server: Server) -> None:
    server.asked.clear()
    with pytest.raises(ValueError, match="redirects too often"):
        fetch(f"{server.url}/to/50", 100)

    assert len(server.asked) <= 6
    assert b"a: 1\n" == fetch(f"{server.url}/to//a.yaml", 100).data


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "data:,x", "gopher://x", "FILE:/etc/passwd"]
)
def test_a_redirect_to_another_scheme_is_refused(server: Server, target: str) -> None:
    with pytest.raises(ValueError, match="no web address"):
        fetch(f"{server.url}/to/{target}", 100)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://127.0.0.1/x", "data:,x"])
def test_only_the_web_is_spoken(url: str) -> None:
    with pytest.raises(ValueError, match="unknown url type"):
        fetch(url, 100)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/status/404", "the server answers 404"),
        ("/status/500", "the server answers 500"),
        ("/short", "ends early"),
        ("/no-http", "no valid answer"),
        ("/a b", "no valid address"),
        ("/\u00e9", "no valid address"),
    ],
)
def test_what_is_no_document_is_an_error_in_one_line(server: Server, path: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        fetch(server.url + path, 100)


def test_a_server_that_drips_meets_the_deadline(server: Server) -> None:
    with pytest.raises(TimeoutError, match=r"longer than 0\.2 seconds"):
        fetch(f"{server.url}/slow", 10_000_000, seconds=0.2)


def test_a_port_that_is_closed_is_an_error_of_the_system(server: Server) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        with pytest.raises(ConnectionRefusedError):
            fetch(f"http://127.0.0.1:{probe.getsockname()[1]}/", 100)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "127.0.0.%31", "0.0.0.0", "[::ffff:127.0.0.1]"]
)
def test_what_comes_from_the_internet_does_not_lead_to_this_machine(server: Server, host: str) -> None:
    with pytest.raises((ValueError, OSError)):
        fetch(f"http://{host}:{server.server_port}/a.yaml", 100, inward=False)

    assert [] == server.asked


@pytest.mark.parametrize("inward", [True, False])
@pytest.mark.parametrize(
    "address", ["169.254.169.254", "fe80::1%eth0", "::ffff:169.254.170.2", "fd00:ec2::254", "224.0.0.1"]
)
def test_credentials_of_the_machine_are_never_fetched(address: str, inward: bool) -> None:
    with pytest.raises(ValueError, match="credentials"):
        Judge(inward=inward).judge(address)


@pytest.mark.parametrize(
    "address", ["10.0.0.1", "192.168.1.1", "172.16.0.1", "127.0.0.1", "::1", "fc00::1", "100.64.0.1"]
)
def test_a_redirect_from_the_internet_does_not_lead_inward(address: str) -> None:
    judge = Judge(inward=True)
    judge.judge(address)
    judge.judge("93.184.216.34")

    with pytest.raises(ValueError, match="leads from the internet"):
        judge.judge(address)


def test_what_is_asked_of_a_proxy_is_judged_by_the_address_in_it(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", server.url)
    monkeypatch.setenv("no_proxy", "")

    assert b"a: 1\n" == fetch("http://schemas.example/a.yaml", 100, inward=False).data
    with pytest.raises(ValueError, match="leads from the internet"):
        fetch("http://10.0.0.%31/a.yaml", 100, inward=False)
    assert ["http://schemas.example/a.yaml"] == server.asked


def test_a_server_that_does_not_speak_tls_is_an_error(server: Server) -> None:
    with pytest.raises(ssl.SSLError):
        fetch(f"https://127.0.0.1:{server.server_port}/", 100, seconds=5)


@pytest.mark.parametrize(
    ("reference", "base", "expected"),
    [
        ("http://a/b.yaml", None, "http://a/b.yaml"),
        ("c.yaml", "http://a/x/b.yaml", "http://a/x/c.yaml"),
        ("/c.yaml", "http://a/x/b.yaml", "http://a/c.yaml"),
        ("../../c.yaml", "http://a/x/b.yaml", "http://a/c.yaml"),
        ("//h/c.yaml", "https://a/b.yaml", "https://h/c.yaml"),
        ("file:///etc/passwd", "http://a/b.yaml", "file:///etc/passwd"),
    ],
)
def test_a_reference_starts_at_the_address_of_its_document(reference: str, base: str | None, expected: str) -> None:
    assert expected == absolute(reference, base)


def test_files_fetch_only_for_those_who_ask(server: Server) -> None:
    url = f"{server.url}/a.yaml"
    refused, fetched = Files(".").open(url), Files(".", allow_remote=True).open(url)

    assert isinstance(refused, Problem)
    assert "remote-reference-refused" == refused.rule
    assert isinstance(fetched, Source)
    assert ({"a": 1}, url) == (fetched.data, fetched.name)
    assert ["/a.yaml"] == server.asked


def test_a_document_of_the_own_network_refers_to_others_there_once_each(server: Server) -> None:
    files = Files(".", allow_remote=True)
    source = files.open(f"{server.url}/refers")
    assert isinstance(source, Source)

    assert files.open("other.yaml", source) is files.open("./other.yaml", source)
    assert ["/refers", "/other.yaml"] == server.asked


def test_no_document_of_the_web_refers_to_a_file(server: Server) -> None:
    files = Files("/", allow_remote=True)
    source = files.open(f"{server.url}/refers")
    assert isinstance(source, Source)
    problem = files.open("file:///etc/passwd", source)

    assert isinstance(problem, Problem)
    assert "remote-reference-refused" == problem.rule


def test_a_document_of_the_web_that_is_too_large_is_a_problem(server: Server) -> None:
    source = Files(".", bounds=Bounds(bytes=3), allow_remote=True).open(f"{server.url}/a.yaml")
    assert isinstance(source, Source)

    assert ["document-too-large"] == [problem.rule for problem in source.problems]


def test_a_document_of_the_web_that_is_missing_is_a_problem(server: Server) -> None:
    problem = Files(".", allow_remote=True).open(f"{server.url}/status/404")

    assert isinstance(problem, Problem)
    assert ("file-not-readable", True) == (problem.rule, problem.message.endswith("the server answers 404"))
