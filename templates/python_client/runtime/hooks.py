"""What may watch or change each request: hooks of the caller, and the log."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from .errors import ClientError
from .messages import Answer, Request

SECRET_HEADERS = frozenset(
    {"authorization", "cookie", "set-cookie", "x-api-key", "x-amz-security-token"}
)


class Hook:
    """Called at each attempt; a subclass overrides what it needs. What it raises ends the call."""

    def before(self, request: Request) -> None:
        """Sees, and may change, a request before the credentials are added."""

    def after(self, request: Request, answer: Answer, seconds: float) -> None:
        """Sees what came back, whatever its status; the body has not been read."""

    def failed(self, request: Request, error: ClientError, seconds: float) -> None:
        """Sees why there was no answer."""


class LogHook(Hook):
    """Writes a line for each attempt to a logger, at level DEBUG; never a query string, a body or a secret."""

    def __init__(self, logger: str, secret_headers: Iterable[str] = ()) -> None:
        import logging

        self._logger = logging.getLogger(logger)
        self._level = logging.DEBUG
        self._secret = SECRET_HEADERS | {name.lower() for name in secret_headers}

    def after(self, request: Request, answer: Answer, seconds: float) -> None:
        """Writes status, time and id of a request."""
        if self._logger.isEnabledFor(self._level):
            self._logger.debug(
                "%s %s: %d in %.0f ms, request %s, sent %s",
                request.method,
                where(request),
                answer.status,
                seconds * 1000,
                answer.request_id or "without an id",
                self._headers(request),
            )

    def failed(self, request: Request, error: ClientError, seconds: float) -> None:
        """Writes why there was no answer."""
        self._logger.debug(
            "%s %s: %s after %.0f ms",
            request.method,
            where(request),
            error,
            seconds * 1000,
        )

    def _headers(self, request: Request) -> dict[str, str]:
        return {
            name: "***" if name.lower() in self._secret else value
            for name, value in request.headers.items()
        }


def where(request: Request) -> str:
    """Returns a URL without its query string and without user and password."""
    parts = urlsplit(request.url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
