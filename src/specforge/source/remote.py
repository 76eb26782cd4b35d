"""Documents from the web, for those who ask for them with `--allow-remote`."""

from __future__ import annotations

from http.client import HTTPMessage
from typing import IO
from urllib.parse import urljoin
from urllib.request import HTTPRedirectHandler, Request, build_opener

_SECONDS = 20


class _WebOnly(HTTPRedirectHandler):
    """Follows a redirect to http and https only, and a few times only."""

    max_redirections = 5

    def redirect_request(  # noqa: PLR0917 - the signature is urllib's
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        if not newurl.lower().startswith(("http://", "https://")):
            raise ValueError("it redirects to something that is no web address")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def absolute(reference: str, base: str | None) -> str:
    """Returns the address that a reference means, seen from the document at `base`."""
    return reference if base is None else urljoin(base, reference)


def fetch(url: str, most: int) -> bytes:
    """Returns at most `most` bytes of what stands at an address."""
    # `Files` lets http and https through only.
    request = Request(url, headers={"Accept": "application/json, application/yaml, */*"})  # noqa: S310
    with build_opener(_WebOnly).open(request, timeout=_SECONDS) as answer:
        data: bytes = answer.read(most)
        return data
