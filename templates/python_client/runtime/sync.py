"""The client without the document: an operation and its arguments become a request, the response a value."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import ModuleType, TracebackType
from typing import Any, Self, TypeVar

from .auth import Auth, Keyring, Scheme
from .bodies import encode_body, is_json
from .codec import codec_of
from .errors import ApiError
from .operation import Operation, RequestOptions, find_type
from .transport import HttpTransport, Request, Response, Transport
from .wire import build_cookies, build_headers, build_path, build_query

T = TypeVar("T")
NONE: Mapping[str, Any] = {}
DEFAULTS = RequestOptions()


class SyncClient:
    """Sends operations and waits for their answers; safe between threads."""

    def __init__(
        self,
        base_url: str,
        *,
        models: ModuleType,
        errors: Mapping[int, type[ApiError]],
        schemes: Mapping[str, Scheme],
        user_agent: str,
        auth: Auth | Mapping[str, object] | None = None,
        timeout: float = 30.0,
        headers: Mapping[str, str] | None = None,
        transport: Transport | None = None,
    ) -> None:
        self._base_url = base_url.rstrip("/")
        self._codec = codec_of(models)
        self._errors = errors
        self._keyring = Keyring(auth, schemes)
        self._timeout = timeout
        self._headers = {"User-Agent": user_agent, **(headers or {})}
        self._transport: Transport = transport or HttpTransport()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connections."""
        self._transport.close()

    def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] = NONE,
        headers: Mapping[str, str] = NONE,
        body: Any = None,
        content_type: str = "application/json",
        timeout: float | None = None,
    ) -> Response:
        """Sends any request to the API and returns the response, whatever its status.

        For what the document does not describe; it carries the client's credentials only when they are a single
        `Auth`.
        """
        operation: Operation[Response] = Operation(
            method=method, path="", content_type=content_type, accept="*/*"
        )
        request = self._build(operation, query=query, headers=headers, body=body)
        request.url = (
            self._base_url + "/" + path.lstrip("/") + request.url[len(self._base_url) :]
        )
        self._keyring.authenticate(request, None)
        return self._transport.send(
            request, self._timeout if timeout is None else timeout
        )

    def send(
        self,
        operation: Operation[T],
        *,
        path: Mapping[str, Any] = NONE,
        query: Mapping[str, Any] = NONE,
        headers: Mapping[str, Any] = NONE,
        cookies: Mapping[str, Any] = NONE,
        body: Any = None,
        method: str | None = None,
        options: RequestOptions | None = None,
    ) -> T:
        """Sends an operation and returns its value; raises an `ApiError` for a status of 400 or above."""
        options = options or DEFAULTS
        request = self._build(
            operation,
            path=path,
            query=query,
            headers=headers,
            cookies=cookies,
            body=body,
        )
        request.method = method or request.method
        request.headers.update(options.headers)
        self._keyring.authenticate(request, operation.security)
        timeout = self._timeout if options.timeout is None else options.timeout
        response = self._transport.send(request, timeout)
        return self._result(operation, response)

    def _build(
        self,
        operation: Operation[Any],
        *,
        path: Mapping[str, Any] = NONE,
        query: Mapping[str, Any] = NONE,
        headers: Mapping[str, Any] = NONE,
        cookies: Mapping[str, Any] = NONE,
        body: Any = None,
    ) -> Request:
        styles = operation.styles
        url = self._base_url + build_path(
            operation.path, path, styles.get("path", NONE)
        )
        if search := build_query(query, styles.get("query", NONE)):
            url += "?" + search
        request = Request(
            operation.method, url, {**self._headers, "Accept": operation.accept}
        )
        request.headers.update(build_headers(headers, styles.get("header", NONE)))
        if cookie := build_cookies(cookies, styles.get("cookie", NONE)):
            request.headers["Cookie"] = cookie
        if body is not None:
            content_type = operation.content_type or "application/octet-stream"
            request.body, request.headers["Content-Type"] = encode_body(
                content_type, body
            )
        return request

    def _result(self, operation: Operation[T], response: Response) -> T:
        if response.status >= 400:
            raise self._error(operation, response)
        result: Any = response
        if not operation.raw:
            result = self._decode(
                find_type(operation.returns, response.status), response
            )
        value: T = result
        return value

    def _error(self, operation: Operation[Any], response: Response) -> ApiError:
        body = None
        if is_json(response.headers.get("content-type", "application/json")):
            body = self._decode(
                find_type(operation.errors, response.status) or "Any", response
            )
        kind = self._errors.get(response.status, ApiError)
        return kind(response, None if isinstance(body, str) else body)

    def _decode(self, wanted: str | None, response: Response) -> Any:
        if not wanted or not response.content:
            return b"" if wanted == "bytes" else None
        if wanted == "bytes":
            return response.content
        if not is_json(response.headers.get("content-type", "application/json")):
            return response.text
        try:
            data = json.loads(response.content)
        except ValueError:
            return response.text
        return self._codec.decode(wanted, data)
