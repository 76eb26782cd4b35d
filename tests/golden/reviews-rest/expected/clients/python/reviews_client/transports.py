"""Other ways to the server than the standard library; each needs the package that it is named after.

A transport of your own is any object with the methods of `Transport` or `AsyncTransport`.
"""

from __future__ import annotations

from ._runtime import (
    AsyncTransport,
    Headers,
    HttpTransport,
    Request,
    Response,
    Transport,
)
from ._runtime.aiohttp_transport import AiohttpTransport
from ._runtime.httpx_transport import AsyncHttpxTransport, HttpxTransport
from ._runtime.messages import AsyncResponse
from ._runtime.urllib3_transport import Urllib3Transport

__all__ = [
    "AiohttpTransport",
    "AsyncHttpxTransport",
    "AsyncResponse",
    "AsyncTransport",
    "Headers",
    "HttpTransport",
    "HttpxTransport",
    "Request",
    "Response",
    "Transport",
    "Urllib3Transport",
]
