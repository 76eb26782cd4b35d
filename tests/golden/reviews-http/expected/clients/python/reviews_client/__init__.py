"""A client without dependencies: `Client` and `AsyncClient` call the API, `models` and `errors` hold its types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import errors, models
from ._runtime import (
    NO_RETRIES,
    UNSET,
    ApiError,
    ApiKey,
    Auth,
    BasicAuth,
    BearerToken,
    ClientError,
    ConnectionFailedError,
    File,
    HeaderAuth,
    Hook,
    RequestOptions,
    RequestTimeoutError,
    Response,
    RetryPolicy,
    TransferFailedError,
    UnexpectedResponseError,
    Unknown,
    Unset,
)
from .client import Client
from .errors import (
    BadGatewayError,
    BadRequestError,
    ForbiddenError,
    GatewayTimeoutError,
    InternalServerError,
    NotFoundError,
    PayloadTooLargeError,
    QuotaExceededError,
    ServiceUnavailableError,
    ThrottledError,
    TooManyRequestsError,
    UnauthorizedError,
    UnsupportedMediaTypeError,
)

if TYPE_CHECKING:
    from .async_client import AsyncClient

__all__ = [
    "NO_RETRIES",
    "UNSET",
    "ApiError",
    "ApiKey",
    "AsyncClient",
    "Auth",
    "BadGatewayError",
    "BadRequestError",
    "BasicAuth",
    "BearerToken",
    "Client",
    "ClientError",
    "ConnectionFailedError",
    "File",
    "ForbiddenError",
    "GatewayTimeoutError",
    "HeaderAuth",
    "Hook",
    "InternalServerError",
    "NotFoundError",
    "PayloadTooLargeError",
    "QuotaExceededError",
    "RequestOptions",
    "RequestTimeoutError",
    "Response",
    "RetryPolicy",
    "ServiceUnavailableError",
    "ThrottledError",
    "TooManyRequestsError",
    "TransferFailedError",
    "UnauthorizedError",
    "UnexpectedResponseError",
    "Unknown",
    "Unset",
    "UnsupportedMediaTypeError",
    "errors",
    "models",
]


def __getattr__(name: str) -> Any:
    if name == "AsyncClient":
        from .async_client import AsyncClient

        return AsyncClient
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
