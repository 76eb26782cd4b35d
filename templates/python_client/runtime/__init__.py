"""What the clients need that does not depend on the API."""

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
from .core import Description
from .errors import (
    ApiError,
    ClientError,
    ConnectionFailedError,
    RequestTimeoutError,
    UnexpectedResponseError,
)
from .files import File
from .hooks import Hook
from .http_transport import HttpTransport
from .messages import AsyncResponse, Headers, Request, Response
from .model import Discriminator, Model
from .operation import Operation, RequestOptions
from .pages import paginate, paginate_async
from .retry import NO_RETRIES, RetryPolicy
from .streams import AsyncStream, ServerSentEvent, Stream
from .sync import SyncClient
from .transfers import Progress, TransferFailedError
from .transport import AsyncTransport, Transport
from .values import UNSET, OpenIntEnum, OpenStrEnum, Unknown, Unset
from .wire import Style

__all__ = [
    "NO_RETRIES",
    "UNSET",
    "ApiError",
    "ApiKey",
    "AsyncResponse",
    "AsyncStream",
    "AsyncTransport",
    "Auth",
    "BasicAuth",
    "BearerToken",
    "ClientError",
    "ConnectionFailedError",
    "CookieAuth",
    "Description",
    "Discriminator",
    "File",
    "HeaderAuth",
    "Headers",
    "Hook",
    "HttpTransport",
    "Model",
    "OpenIntEnum",
    "OpenStrEnum",
    "Operation",
    "Progress",
    "QueryAuth",
    "Request",
    "RequestOptions",
    "RequestTimeoutError",
    "Response",
    "RetryPolicy",
    "Scheme",
    "Secret",
    "ServerSentEvent",
    "Stream",
    "Style",
    "SyncClient",
    "TransferFailedError",
    "Transport",
    "UnexpectedResponseError",
    "Unknown",
    "Unset",
    "paginate",
    "paginate_async",
]
