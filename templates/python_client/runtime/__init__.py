"""What the client needs that does not depend on the API."""

from __future__ import annotations

from .auth import (
    ApiKey,
    Auth,
    BasicAuth,
    BearerToken,
    CookieAuth,
    HeaderAuth,
    QueryAuth,
    Scheme,
    Secret,
)
from .errors import ApiError, ClientError, ConnectionFailedError, RequestTimeoutError
from .model import Discriminator, Model
from .operation import Operation, RequestOptions
from .sync import SyncClient
from .transport import Headers, HttpTransport, Request, Response, Transport
from .values import UNSET, OpenIntEnum, OpenStrEnum, Unknown, Unset
from .wire import Style

__all__ = [
    "UNSET",
    "ApiError",
    "ApiKey",
    "Auth",
    "BasicAuth",
    "BearerToken",
    "ClientError",
    "ConnectionFailedError",
    "CookieAuth",
    "Discriminator",
    "HeaderAuth",
    "Headers",
    "HttpTransport",
    "Model",
    "OpenIntEnum",
    "OpenStrEnum",
    "Operation",
    "QueryAuth",
    "Request",
    "RequestOptions",
    "RequestTimeoutError",
    "Response",
    "Scheme",
    "Secret",
    "Style",
    "SyncClient",
    "Transport",
    "Unknown",
    "Unset",
]
