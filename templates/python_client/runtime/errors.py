"""What can go wrong with a call: all are `ClientError`s.

ClientError
├── ApiError                  the server answered with an error; one subclass for each status
├── ConnectionFailedError     there was no answer
│   └── RequestTimeoutError   there was no answer in time
└── UnexpectedResponseError   the answer differs from the document, and the call was strict
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .messages import Response


class ClientError(Exception):
    """Any failure of a call."""


class ConnectionFailedError(ClientError):
    """The server could not be reached, or went away before it answered."""


class RequestTimeoutError(ConnectionFailedError):
    """The server did not answer within the timeout."""


class UnexpectedResponseError(ClientError):
    """A successful answer that differs from the document; `differences` says where and how."""

    def __init__(self, response: Response, differences: Sequence[str]) -> None:
        self.response = response
        self.differences = tuple(differences)
        more = f" and {len(differences) - 1} more" if len(differences) > 1 else ""
        super().__init__(
            f"the answer differs from the document: {differences[0]}{more}"
        )


class ApiError(ClientError):
    """An answer with a status of 400 or above.

    `body` is the documented error object, None when the answer holds none; `response` is the answer as it
    arrived.
    """

    body: Any

    def __init__(self, response: Response, body: Any) -> None:
        self.response = response
        self.body = body
        super().__init__(self._summary())

    @property
    def status(self) -> int:
        """Returns the status code."""
        return self.response.status

    @property
    def request_id(self) -> str | None:
        """Returns the id under which API Gateway knows the request; support asks for it."""
        return self.response.request_id

    @property
    def error_type(self) -> str | None:
        """Returns the type of an error that API Gateway itself raised, such as ForbiddenException."""
        kind = self.response.headers.get("x-amzn-errortype")
        return kind.partition(":")[0] if kind else None

    def _summary(self) -> str:
        said = getattr(self.body, "message", None)
        message = said if isinstance(said, str) else self.response.text[:200]
        request = f" (request {self.request_id})" if self.request_id else ""
        return (
            f"{self.status}: {message}{request}"
            if message
            else f"{self.status}{request}"
        )
