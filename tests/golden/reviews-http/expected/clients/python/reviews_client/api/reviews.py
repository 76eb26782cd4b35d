"""Operations of the group reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import Operation, RequestOptions

if TYPE_CHECKING:
    from .._runtime import SyncClient
    from .._runtime.asynchronous import AsyncioClient
    from ..models import Review


class ReviewsApi:
    """Operations of the group reviews."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def list_reviews(
        self,
        *,
        stars: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> list[Review]:
        """GET /reviews"""
        return self._client.send(
            _LIST_REVIEWS,
            query={"stars": stars},
            options=request_options,
        )


class AsyncReviewsApi:
    """Operations of the group reviews."""

    def __init__(self, client: AsyncioClient) -> None:
        self._client = client

    async def list_reviews(
        self,
        *,
        stars: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> list[Review]:
        """GET /reviews"""
        return await self._client.send(
            _LIST_REVIEWS,
            query={"stars": stars},
            options=request_options,
        )


_LIST_REVIEWS: Operation[list[Review]] = Operation(
    method="GET",
    path="/reviews",
    returns={"200": "list[Review]"},
    security=(("token",),),
)
