"""Operations of the group health."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import Operation, RequestOptions

if TYPE_CHECKING:
    from .._runtime import SyncClient
    from .._runtime.asynchronous import AsyncioClient


class HealthApi:
    """Operations of the group health."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def health(self, *, request_options: RequestOptions | None = None) -> None:
        """GET /health"""
        self._client.send(_HEALTH, options=request_options)


class AsyncHealthApi:
    """Operations of the group health."""

    def __init__(self, client: AsyncioClient) -> None:
        self._client = client

    async def health(self, *, request_options: RequestOptions | None = None) -> None:
        """GET /health"""
        await self._client.send(_HEALTH, options=request_options)


_HEALTH: Operation[None] = Operation(method="GET", path="/health", security=())
