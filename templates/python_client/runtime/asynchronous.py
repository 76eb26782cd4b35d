"""The client for asyncio."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from copy import copy
from typing import Any, BinaryIO, ParamSpec, Self, TypeVar

from .auth import Auth
from .core import NONE, Arguments, Call, Core, Description
from .errors import ClientError
from .hooks import Hook
from .http_transport import HttpTransport
from .messages import AsyncResponse, Request, Response
from .operation import Operation, RequestOptions
from .retry import RetryPolicy
from .streams import AsyncStream
from .threads import ThreadTransport
from .transfers import (
    Progress,
    download_request,
    failure,
    form_request,
    redirected,
)
from .transport import AsyncTransport

T = TypeVar("T")
P = ParamSpec("P")


class AsyncioClient:
    """Sends operations without blocking the event loop; a function that provides a secret runs in a thread."""

    def __init__(
        self,
        base_url: str,
        api: Description,
        *,
        auth: Auth | Mapping[str, object] | None = None,
        timeout: float = 30.0,
        headers: Mapping[str, str] | None = None,
        transport: AsyncTransport | None = None,
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
        self._transport: AsyncTransport = transport or ThreadTransport(HttpTransport())

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Closes the connections."""
        await self._transport.close()

    async def request(
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
        return await (await self._attempt(call)).read()

    async def raw(
        self, method: Callable[P, Awaitable[Any]], *args: P.args, **kwargs: P.kwargs
    ) -> Response:
        """Calls a method of a group, such as `client.orders.get_order`, and returns the response as it arrived."""
        response = await self._bypass(method, args, kwargs, reads=True)
        return await response.read()

    async def streaming(
        self, method: Callable[P, Awaitable[Any]], *args: P.args, **kwargs: P.kwargs
    ) -> AsyncResponse:
        """Calls a method of a group and returns the response with its body unread, for `iter_bytes`.

        Use the response as a context manager, or close it.
        """
        return await self._bypass(method, args, kwargs, reads=False)

    async def upload(
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
        async with await self._transfer(request, timeout) as response:
            await response.read()
        return ticket

    async def download(
        self, answer: Response, *, timeout: float = 300.0
    ) -> AsyncResponse:
        """Follows the redirect of an answer to a file and returns the response, for `iter_bytes`.

        Use the response as a context manager, or close it.
        """
        return await self._transfer(
            download_request(answer, self._core.plain_headers, self._core.base_url),
            timeout,
        )

    async def _transfer(self, request: Request, timeout: float) -> AsyncResponse:
        hops = 0
        response = await self._transport.send(request, timeout)
        while (following := redirected(request, response, hops)) is not None:
            await response.close()
            hops += 1
            request = following
            response = await self._transport.send(request, timeout)
        if response.status >= 300:
            whole = await response.read()
            raise failure(whole.status, whole.headers, whole.content)
        return response

    async def send(
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
        response = await self._exchange(call)
        value: T = self._core.result(call, await response.read())
        return value

    async def stream(
        self,
        operation: Operation[T],
        *,
        path: Mapping[str, Any] = NONE,
        query: Mapping[str, Any] = NONE,
        headers: Mapping[str, Any] = NONE,
        cookies: Mapping[str, Any] = NONE,
        body: Any = None,
        options: RequestOptions | None = None,
    ) -> AsyncStream[T]:
        """Sends an operation and returns the values of its answer as they arrive."""
        arguments = Arguments(path, query, headers, cookies, body)
        call = self._core.call(operation, arguments, options, reads=False)
        response = await self._exchange(call)
        return AsyncStream(response, self._core.parser(call, response))

    async def _bypass(
        self,
        method: Any,
        args: tuple[Any, ...],
        kwargs: Mapping[str, Any],
        *,
        reads: bool,
    ) -> AsyncResponse:
        group = copy(method.__self__)
        group._client = AsyncBypass(self, reads=reads)
        response: AsyncResponse = await method.__func__(group, *args, **kwargs)
        return response

    async def _exchange(self, call: Call) -> AsyncResponse:
        """Returns a response that is no error, after as many attempts as the policy allows."""
        attempt = 0
        while True:
            attempt += 1
            error: ClientError
            try:
                response = await self._attempt(call)
                if response.status < 400:
                    return response
                error = self._core.error(call, await response.read())
            except ClientError as failure:
                error = failure
            pause = call.retries.pause(error, attempt=attempt, is_safe=call.is_safe)
            if pause is None:
                raise error
            await asyncio.sleep(pause)

    async def _attempt(self, call: Call) -> AsyncResponse:
        request = call.attempt()
        for hook in self._core.hooks:
            hook.before(request)
        keyring = self._core.keyring
        if keyring.may_block:
            await asyncio.to_thread(
                keyring.authenticate, request, call.operation.security
            )
        else:
            keyring.authenticate(request, call.operation.security)
        return await self._timed(request, call)

    async def _timed(self, request: Request, call: Call) -> AsyncResponse:
        started = time.perf_counter()
        try:
            response = await self._transport.send(request, call.timeout)
            if call.reads or response.status >= 400:
                await response.read()
        except ClientError as error:
            for hook in self._core.hooks:
                hook.failed(request, error, time.perf_counter() - started)
            raise
        for hook in self._core.hooks:
            hook.after(request, response, time.perf_counter() - started)
        return response


class AsyncBypass(AsyncioClient):
    """Stands in for a client when a caller wants the response instead of its value."""

    def __init__(self, client: AsyncioClient, *, reads: bool) -> None:
        self._core = client._core
        self._transport = client._transport
        self._whole = reads

    async def send(self, operation: Operation[Any], **given: Any) -> Any:
        """Sends an operation and returns the response."""
        options = given.pop("options", None)
        call = self._core.call(
            operation, Arguments(**given), options, reads=self._whole
        )
        return await self._exchange(call)

    async def stream(self, operation: Operation[Any], **given: Any) -> Any:
        """Sends an operation and returns the response."""
        return await self.send(operation, **given)
