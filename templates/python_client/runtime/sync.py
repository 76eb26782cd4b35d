"""The client that waits."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from types import TracebackType
from typing import Any, BinaryIO, ParamSpec, Self, TypeVar

from .auth import Auth
from .core import NONE, Arguments, Call, Core, Description
from .errors import ClientError
from .hooks import Hook
from .http_transport import HttpTransport
from .messages import Request, Response
from .operation import Operation, RequestOptions
from .retry import RetryPolicy
from .streams import Stream
from .transfers import (
    Progress,
    download_request,
    failure,
    form_request,
    redirected,
)
from .transport import Transport

T = TypeVar("T")
P = ParamSpec("P")


class SyncClient:
    """Sends operations and waits for their answers; safe between threads."""

    def __init__(
        self,
        base_url: str,
        api: Description,
        *,
        auth: Auth | Mapping[str, object] | None = None,
        timeout: float = 30.0,
        headers: Mapping[str, str] | None = None,
        transport: Transport | None = None,
        retries: RetryPolicy | None = None,
        strict: bool = False,
        hooks: Sequence[Hook] = (),
    ) -> None:
        self._core = Core(
            base_url,
            api,
            auth=auth,
            timeout=timeout,
            headers=headers,
            retries=retries or RetryPolicy(),
            strict=strict,
            hooks=hooks,
        )
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
        arguments = Arguments(query=query, headers=headers, body=body)
        call = self._core.free_call(method, path, arguments, content_type, timeout)
        return self._attempt(call)

    def raw(
        self, method: Callable[P, Any], *args: P.args, **kwargs: P.kwargs
    ) -> Response:
        """Calls a method of a group, such as `client.orders.get_order`, and returns the response as it arrived."""
        return self._bypass(method, args, kwargs, reads=True)

    def streaming(
        self, method: Callable[P, Any], *args: P.args, **kwargs: P.kwargs
    ) -> Response:
        """Calls a method of a group and returns the response with its body unread, for `iter_bytes`.

        Use the response as a context manager, or close it.
        """
        return self._bypass(method, args, kwargs, reads=False)

    def upload(
        self,
        ticket: T,
        file: bytes | BinaryIO,
        *,
        progress: Progress | None = None,
        timeout: float = 300.0,
    ) -> T:
        """Posts a file with the signed form that an operation answered, and returns the answer.

        The file goes straight to S3, in pieces; raises `TransferFailedError` when S3 does not take it.
        """
        request = form_request(ticket, file, self._core.plain_headers, progress)
        with self._transfer(request, timeout) as response:
            response.read()
        return ticket

    def download(self, answer: Response, *, timeout: float = 300.0) -> Response:
        """Follows the redirect of an answer to a file and returns the response, for `iter_bytes`.

        Use the response as a context manager, or close it.
        """
        return self._transfer(
            download_request(answer, self._core.plain_headers, self._core.base_url),
            timeout,
        )

    def _transfer(self, request: Request, timeout: float) -> Response:
        hops = 0
        response = self._transport.send(request, timeout)
        while (following := redirected(request, response, hops)) is not None:
            response.close()
            hops += 1
            request = following
            response = self._transport.send(request, timeout)
        if response.status >= 300:
            raise failure(response.status, response.headers, response.content)
        return response

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
        arguments = Arguments(path, query, headers, cookies, body, method)
        call = self._core.call(operation, arguments, options)
        value: T = self._core.result(call, self._exchange(call))
        return value

    def stream(
        self,
        operation: Operation[T],
        *,
        path: Mapping[str, Any] = NONE,
        query: Mapping[str, Any] = NONE,
        headers: Mapping[str, Any] = NONE,
        cookies: Mapping[str, Any] = NONE,
        body: Any = None,
        options: RequestOptions | None = None,
    ) -> Stream[T]:
        """Sends an operation and returns the values of its answer as they arrive."""
        arguments = Arguments(path, query, headers, cookies, body)
        call = self._core.call(operation, arguments, options, reads=False)
        response = self._exchange(call)
        return Stream(response, self._core.parser(call, response))

    def _bypass(
        self,
        method: Any,
        args: tuple[Any, ...],
        kwargs: Mapping[str, Any],
        *,
        reads: bool,
    ) -> Response:
        group = copy(method.__self__)
        group._client = Bypass(self, reads=reads)
        response: Response = method.__func__(group, *args, **kwargs)
        return response

    def _exchange(self, call: Call) -> Response:
        """Returns a response that is no error, after as many attempts as the policy allows."""
        attempt = 0
        while True:
            attempt += 1
            error: ClientError
            try:
                response = self._attempt(call)
                if response.status < 400:
                    return response
                error = self._core.error(call, response)
            except ClientError as failure:
                error = failure
            pause = call.retries.pause(error, attempt=attempt, is_safe=call.is_safe)
            if pause is None:
                raise error
            time.sleep(pause)

    def _attempt(self, call: Call) -> Response:
        request = call.attempt()
        for hook in self._core.hooks:
            hook.before(request)
        self._core.keyring.authenticate(request, call.operation.security)
        return self._timed(request, call)

    def _timed(self, request: Request, call: Call) -> Response:
        started = time.perf_counter()
        try:
            response = self._transport.send(request, call.timeout)
            if call.reads or response.status >= 400:
                response.read()
        except ClientError as error:
            for hook in self._core.hooks:
                hook.failed(request, error, time.perf_counter() - started)
            raise
        for hook in self._core.hooks:
            hook.after(request, response, time.perf_counter() - started)
        return response


class Bypass(SyncClient):
    """Stands in for a client when a caller wants the response instead of its value."""

    def __init__(self, client: SyncClient, *, reads: bool) -> None:
        self._core = client._core
        self._transport = client._transport
        self._whole = reads

    def send(self, operation: Operation[Any], **given: Any) -> Any:
        """Sends an operation and returns the response."""
        options = given.pop("options", None)
        call = self._core.call(
            operation, Arguments(**given), options, reads=self._whole
        )
        return self._exchange(call)

    def stream(self, operation: Operation[Any], **given: Any) -> Any:
        """Sends an operation and returns the response."""
        return self.send(operation, **given)
