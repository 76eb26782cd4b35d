"""A client without dependencies: `Client` calls the API, `models` and `errors` hold its types."""

from __future__ import annotations

from . import errors, models
from ._runtime import (
    UNSET,
    ApiError,
    ApiKey,
    Auth,
    BasicAuth,
    BearerToken,
    ClientError,
    ConnectionFailedError,
    HeaderAuth,
    RequestOptions,
    RequestTimeoutError,
    Response,
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
    ServiceUnavailableError,
    TooManyRequestsError,
    UnauthorizedError,
    UnsupportedMediaTypeError,
)

__all__ = [
    "UNSET",
    "ApiError",
    "ApiKey",
    "Auth",
    "BadGatewayError",
    "BadRequestError",
    "BasicAuth",
    "BearerToken",
    "Client",
    "ClientError",
    "ConnectionFailedError",
    "ForbiddenError",
    "GatewayTimeoutError",
    "HeaderAuth",
    "InternalServerError",
    "NotFoundError",
    "PayloadTooLargeError",
    "RequestOptions",
    "RequestTimeoutError",
    "Response",
    "ServiceUnavailableError",
    "TooManyRequestsError",
    "UnauthorizedError",
    "Unknown",
    "Unset",
    "UnsupportedMediaTypeError",
    "errors",
    "models",
]
