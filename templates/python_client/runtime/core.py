"""The client without a network: an operation and its arguments become a request, the response a value."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from types import ModuleType
from typing import Any, NamedTuple, TypeVar

from .auth import Auth, Keyring, Scheme
from .bodies import encode_body, is_json
from .codec import codec_of
from .errors import ApiError, UnexpectedResponseError
from .hooks import Hook, LogHook
from .messages import Answer, Request, Response
from .operation import Operation, RequestOptions, find_type
from .retry import SAFE_METHODS, RetryPolicy
from .streams import Parser, parser_of
from .wire import build_cookies, build_headers, build_path, build_query

T = TypeVar("T")
NONE: Mapping[str, Any] = {}
DEFAULTS = RequestOptions()
IDEMPOTENCY_KEY = "Idempotency-Key"


class Arguments(NamedTuple):
    """What a call is given, by the place where it goes."""

    path: Mapping[str, Any] = NONE
    query: Mapping[str, Any] = NONE
    headers: Mapping[str, Any] = NONE
    cookies: Mapping[str, Any] = NONE
    body: Any = None
    method: str | None = None


@dataclass(slots=True, kw_only=True)
class Call:
    """One call, ready to be sent, perhaps more than once."""

    operation: Operation[Any]
    request: Request
    timeout: float
    retries: RetryPolicy
    is_safe: bool
    strict: bool
    reads: bool = True

    def attempt(self) -> Request:
        """Returns the request for one attempt: credentials are added to a copy."""
        return replace(self.request, headers=dict(self.request.headers))


@dataclass(slots=True, kw_only=True)
class Description:
    """What a generated package knows of its API; `name` is the package's and that of its logger."""

    name: str
    version: str
    models: ModuleType
    errors: Mapping[int, type[ApiError]]
    errors_by_type: Mapping[str, type[ApiError]]
    schemes: Mapping[str, Scheme]
    idempotency_header: str | None = None


class Core:
    """What the synchronous and the asynchronous client share."""

    def __init__(
        self,
        base_url: str,
        api: Description,
        *,
        auth: Auth | Mapping[str, object] | None,
        timeout: float,
        headers: Mapping[str, str] | None,
        retries: RetryPolicy,
        strict: bool,
        hooks: Sequence[Hook],
    ) -> None:
        self.base_url = base_url.rstrip("/")
        self.keyring = Keyring(auth, api.schemes)
        secret = (
            scheme.name for scheme in api.schemes.values() if scheme.kind == "header"
        )
        self.hooks = (*hooks, LogHook(api.name, secret))
        self._api = api
        self._codec = codec_of(api.models)
        self._timeout = timeout
        self.plain_headers = {"User-Agent": f"{api.name}/{api.version}"}
        self._headers = {**self.plain_headers, **(headers or {})}
        self._retries = retries
        self._strict = strict

    def call(
        self,
        operation: Operation[Any],
        arguments: Arguments,
        options: RequestOptions | None = None,
        *,
        reads: bool = True,
    ) -> Call:
        """Returns the call of an operation; `reads` says whether its response is read whole."""
        options = options or DEFAULTS
        request = self._request(operation, arguments)
        request.headers.update(options.headers)
        is_safe = self._is_safe(request, options)
        return Call(
            operation=operation,
            request=request,
            timeout=self._timeout if options.timeout is None else options.timeout,
            retries=options.retries or self._retries,
            is_safe=is_safe,
            strict=self._strict if options.strict is None else options.strict,
            reads=reads,
        )

    def free_call(
        self,
        method: str,
        path: str,
        arguments: Arguments,
        content_type: str,
        timeout: float | None,
    ) -> Call:
        """Returns the call of something that the document does not describe."""
        operation: Operation[Response] = Operation(
            method=method, path="", content_type=content_type, accept="*/*", raw=True
        )
        call = self.call(operation, arguments, RequestOptions(timeout=timeout))
        search = call.request.url[len(self.base_url) :]
        call.request.url = f"{self.base_url}/{path.lstrip('/')}{search}"
        return call

    def result(self, call: Call, response: Response) -> Any:
        """Returns the value that a response stands for."""
        if call.operation.raw:
            return response
        return self._decode(
            find_type(call.operation.returns, response.status),
            response,
            strict=call.strict,
        )

    def parser(self, call: Call, response: Answer) -> Parser:
        """Returns what reads the values of a stream."""
        wanted = find_type(call.operation.returns, response.status) or "Any"
        decode = partial(self._codec.decode, wanted)
        return parser_of(response.media_type, decode)

    def error(self, call: Call, response: Response) -> ApiError:
        """Returns the error that a response stands for."""
        wanted = find_type(call.operation.errors, response.status) or "Any"
        body = None
        if is_json(response.headers.get("content-type", "application/json")):
            body = self._decode(wanted, response, strict=False)
        kind = self._api.errors.get(response.status, ApiError)
        error = kind(response, None if isinstance(body, str) else body)
        special = self._api.errors_by_type.get(error.error_type or "")
        return (
            special(response, error.body)
            if special and issubclass(special, kind)
            else error
        )

    def _is_safe(self, request: Request, options: RequestOptions) -> bool:
        """Tells whether a request may arrive twice; adds an idempotency key where the API takes one."""
        header = self._api.idempotency_header or IDEMPOTENCY_KEY
        if options.idempotency_key is not None:
            request.headers[header] = options.idempotency_key
        if request.method in SAFE_METHODS:
            return True
        present = any(name.lower() == header.lower() for name in request.headers)
        if not present and self._api.idempotency_header is not None:
            from uuid import uuid4

            request.headers[header] = str(uuid4())
            return True
        return present

    def _request(self, operation: Operation[Any], given: Arguments) -> Request:
        styles = operation.styles
        url = self.base_url + build_path(
            operation.path, given.path, styles.get("path", NONE)
        )
        if search := build_query(given.query, styles.get("query", NONE)):
            url += "?" + search
        method = given.method or operation.method
        request = Request(method, url, {**self._headers, "Accept": operation.accept})
        request.headers.update(build_headers(given.headers, styles.get("header", NONE)))
        if cookie := build_cookies(given.cookies, styles.get("cookie", NONE)):
            request.headers["Cookie"] = cookie
        if given.body is not None:
            content_type = operation.content_type or "application/octet-stream"
            request.body, request.headers["Content-Type"] = encode_body(
                content_type, given.body
            )
        return request

    def _decode(self, wanted: str | None, response: Response, *, strict: bool) -> Any:
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
        if strict and (found := list(self._differences(wanted, data))):
            raise UnexpectedResponseError(response, found)
        return self._codec.decode(wanted, data)

    def _differences(self, wanted: str, data: Any) -> Iterator[str]:
        from .strict import differences

        return differences(self._codec, wanted, data)
