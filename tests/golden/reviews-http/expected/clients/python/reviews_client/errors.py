"""What the API reviews can answer when a call fails."""

from __future__ import annotations

from typing import Any

from ._runtime import ApiError


class BadRequestError(ApiError):
    """400."""

    body: Any


class UnauthorizedError(ApiError):
    """401."""

    body: Any


class ForbiddenError(ApiError):
    """403."""

    body: Any


class NotFoundError(ApiError):
    """404."""

    body: Any


class PayloadTooLargeError(ApiError):
    """413."""

    body: Any


class UnsupportedMediaTypeError(ApiError):
    """415."""

    body: Any


class TooManyRequestsError(ApiError):
    """429."""

    body: Any


class InternalServerError(ApiError):
    """500."""

    body: Any


class BadGatewayError(ApiError):
    """502."""

    body: Any


class ServiceUnavailableError(ApiError):
    """503."""

    body: Any


class GatewayTimeoutError(ApiError):
    """504."""

    body: Any


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
