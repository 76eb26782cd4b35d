"""What the API reviews can answer when a call fails."""

from __future__ import annotations

from typing import Any

from ._runtime import ApiError


class BadRequestError(ApiError):
    """400 Bad Request."""

    body: Any


class UnauthorizedError(ApiError):
    """401 Unauthorized."""

    body: Any


class ForbiddenError(ApiError):
    """403 Forbidden."""

    body: Any


class NotFoundError(ApiError):
    """404 Not Found."""

    body: Any


class PayloadTooLargeError(ApiError):
    """413 Content Too Large."""

    body: Any


class UnsupportedMediaTypeError(ApiError):
    """415 Unsupported Media Type."""

    body: Any


class TooManyRequestsError(ApiError):
    """429 Too Many Requests."""

    body: Any


class InternalServerError(ApiError):
    """500 Internal Server Error."""

    body: Any


class BadGatewayError(ApiError):
    """502 Bad Gateway."""

    body: Any


class ServiceUnavailableError(ApiError):
    """503 Service Unavailable."""

    body: Any


class GatewayTimeoutError(ApiError):
    """504 Gateway Timeout."""

    body: Any


class QuotaExceededError(TooManyRequestsError):
    """The quota of the usage plan is used up; waiting a moment does not help."""


class ThrottledError(TooManyRequestsError):
    """Too many requests at once; the client has waited and tried again already."""


BY_STATUS: dict[int, type[ApiError]] = {
    400: BadRequestError,
    401: UnauthorizedError,
    403: ForbiddenError,
    404: NotFoundError,
    413: PayloadTooLargeError,
    415: UnsupportedMediaTypeError,
    429: TooManyRequestsError,
    500: InternalServerError,
    502: BadGatewayError,
    503: ServiceUnavailableError,
    504: GatewayTimeoutError,
}
"""The exception of each status."""

BY_TYPE: dict[str, type[ApiError]] = {
    "LimitExceededException": QuotaExceededError,
    "TooManyRequestsException": ThrottledError,
}
"""The exceptions of errors that API Gateway itself raises, by their type."""
