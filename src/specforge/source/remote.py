"""Documents from the web, for those who ask for them with `--allow-remote`.

Input: an address, and whether it may lie in the reader's own network. Output: bytes. Speaks http and
https only, judges the address that each connection really has, and ends in time whatever the server does.
"""

from __future__ import annotations

from collections.abc import Callable
from http.client import HTTPConnection, HTTPException, HTTPMessage, HTTPResponse, HTTPSConnection
from ipaddress import ip_address, ip_network
from threading import Thread
from typing import IO, Any, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import (
    BaseHandler,
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

_SECONDS = 20.0
# Where a machine finds its own credentials, next to the link-local addresses:
# https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html
_METADATA = ip_network("fd00:ec2::/32")
_NO_WEB_ADDRESS = "it redirects too often, or to something that is no web address"


class Fetched(NamedTuple):
    """What stands at an address; `inward` when it lies in the reader's own network."""

    data: bytes
    inward: bool


def absolute(reference: str, base: str | None) -> str:
    """Returns the address that a reference means, seen from the document at `base`."""
    return reference if base is None else urljoin(base, reference)


def fetch(url: str, most: int, *, inward: bool = True, seconds: float = _SECONDS) -> Fetched:
    """Returns at most `most` bytes of what stands at an address; raises OSError or ValueError.

    What comes from the internet, a document or a redirect, does not lead into the reader's own
    network: its references are fetched without `inward`.
    """
    outcomes: list[Fetched | Exception] = []
    # Sockets bound each wait by itself; the thread bounds names, connections, headers and body together.
    thread = Thread(target=lambda: outcomes.append(_attempt(url, most, Judge(inward=inward), seconds)), daemon=True)
    thread.start()
    thread.join(seconds)
    outcome = outcomes[0] if outcomes else TimeoutError(f"it takes longer than {seconds:g} seconds")
    if isinstance(outcome, Exception):
        raise outcome
    return outcome


class Judge:
    """Judges the addresses of one fetch; after one of the internet none of the own network is left."""

    def __init__(self, *, inward: bool) -> None:
        self.inward = inward

    def judge(self, address: str) -> None:
        """Raises ValueError where no document is to be fetched from."""
        ip = ip_address(address.partition("%")[0])
        ip = getattr(ip, "ipv4_mapped", None) or ip
        if ip.is_link_local or ip.is_multicast or ip in _METADATA:
            raise ValueError(f"its address, {ip}, is one of those that hold credentials of the machine, not documents")
        if not ip.is_global and not self.inward:
            raise ValueError(f"it leads from the internet to {ip}, which is no address of the internet")
        self.inward = not ip.is_global

    def judge_name(self, host: str) -> None:
        """Judges what a proxy is asked for; the addresses of names are the proxy's business."""
        try:
            ip_address(host)
        except ValueError:
            return
        self.judge(host)


def _attempt(url: str, most: int, judge: Judge, seconds: float) -> Fetched | Exception:
    """Returns errors instead of raising them, in words for the user."""
    try:
        with _opener(judge).open(Request(url, headers={"Accept": "application/json, */*"}), timeout=seconds) as answer:  # noqa: S310 - the opener knows http and https only
            data: bytes = answer.read(most)
            ended_early = isinstance(answer, HTTPResponse) and bool(answer.length) and len(data) < most
    except HTTPError as error:
        error.close()
        return ValueError(_NO_WEB_ADDRESS if error.code < 400 else f"the server answers {error.code}")
    except URLError as error:
        return error.reason if isinstance(error.reason, OSError) else ValueError(str(error.reason))
    except (HTTPException, UnicodeError) as error:
        return ValueError(f"this is no valid address, or no valid answer ({type(error).__name__})")
    except Exception as error:  # noqa: BLE001 - a thread hands its errors over; `fetch` raises them
        return error
    return ValueError("the answer ends early") if ended_early else Fetched(data, judge.inward)


def _opener(judge: Judge) -> OpenerDirector:
    """Returns an opener without the handlers of files, FTP and data, which urllib adds by itself."""
    opener = OpenerDirector()
    handlers: tuple[BaseHandler, ...] = (
        ProxyHandler(),
        _Http(judge),
        _Https(judge),
        _Redirects(),
        HTTPErrorProcessor(),
        HTTPDefaultErrorHandler(),
        UnknownHandler(),
    )
    for handler in handlers:
        opener.add_handler(handler)
    return opener


class _Redirects(HTTPRedirectHandler):
    """Follows a redirect to http and https only, a few times only, and never back from https."""

    max_redirections = 5

    def redirect_request(  # noqa: PLR0917 - the signature is urllib's
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        scheme = urlsplit(newurl).scheme
        if scheme not in ("http", "https") or (req.type == "https" and scheme == "http"):
            fp.close()
            raise ValueError("it redirects from https to http" if scheme == "http" else _NO_WEB_ADDRESS)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class _Connection(HTTPConnection):
    """A connection that is judged before anything is sent: a name may have another address than a moment ago."""

    judge: Callable[[str], None] | None = None

    def connect(self) -> None:
        super().connect()
        if self.judge is not None:
            try:
                self.judge(self.sock.getpeername()[0])
            except ValueError:
                self.close()
                raise


class _SecureConnection(HTTPSConnection, _Connection):
    """The same below TLS: HTTPSConnection connects by `_Connection`."""


class _Http(HTTPHandler):
    def __init__(self, judge: Judge) -> None:
        super().__init__()
        self.judge = judge

    def http_open(self, req: Request) -> HTTPResponse:
        return self.do_open(_judged(_Connection, self.judge, req), req)


class _Https(HTTPSHandler):
    def __init__(self, judge: Judge) -> None:
        super().__init__()
        self.judge = judge

    def https_open(self, req: Request) -> HTTPResponse:
        return self.do_open(_judged(_SecureConnection, self.judge, req), req)


def _judged(kind: type[_Connection], judge: Judge, request: Request) -> Any:
    """Returns what makes the connection of a request; to a proxy of the user's own it is not judged."""
    by_proxy = request.has_proxy() or getattr(request, "_tunnel_host", None) is not None
    if by_proxy:
        judge.judge_name(unquote(urlsplit(request.full_url).hostname or ""))

    def connection(host: str, **options: Any) -> _Connection:
        made = kind(host, **options)
        made.judge = None if by_proxy else judge.judge
        return made

    return connection
