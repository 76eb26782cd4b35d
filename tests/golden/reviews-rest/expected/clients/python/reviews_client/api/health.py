"""Operations of the group health."""

from __future__ import annotations

from .._runtime import Operation, RequestOptions, SyncClient


class HealthApi:
    """Operations of the group health."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def health(self, *, request_options: RequestOptions | None = None) -> None:
        """GET /health"""
        self._client.send(_HEALTH, options=request_options)


_HEALTH: Operation[None] = Operation(method="GET", path="/health", security=())
