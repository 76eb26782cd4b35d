"""Operations of the group reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import Operation, RequestOptions

if TYPE_CHECKING:
    from .._runtime import SyncClient
    from .._runtime.asynchronous import AsyncioClient
    from ..models import Review
    from ..types import ReviewDict


class ReviewsApi:
    """Operations of the group reviews."""

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def get_review(
        self,
        id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> Review:
        """GET /reviews/{id}"""
        return self._client.send(_GET_REVIEW, path={"id": id}, options=request_options)

    def put_review(
        self,
        id: str,
        body: Review | ReviewDict,
        *,
        request_options: RequestOptions | None = None,
    ) -> None:
        """PUT /reviews/{id}"""
        self._client.send(
            _PUT_REVIEW,
            path={"id": id},
            body=body,
            options=request_options,
        )


class AsyncReviewsApi:
    """Operations of the group reviews."""

    def __init__(self, client: AsyncioClient) -> None:
        self._client = client

    async def get_review(
        self,
        id: str,
        *,
        request_options: RequestOptions | None = None,
    ) -> Review:
        """GET /reviews/{id}"""
        return await self._client.send(
            _GET_REVIEW,
            path={"id": id},
            options=request_options,
        )

    async def put_review(
        self,
        id: str,
        body: Review | ReviewDict,
        *,
        request_options: RequestOptions | None = None,
    ) -> None:
        """PUT /reviews/{id}"""
        await self._client.send(
            _PUT_REVIEW,
            path={"id": id},
            body=body,
            options=request_options,
        )


_GET_REVIEW: Operation[Review] = Operation(
    method="GET",
    path="/reviews/{id}",
    returns={"200": "Review"},
    security=(("team",),),
)
_PUT_REVIEW: Operation[None] = Operation(
    method="PUT",
    path="/reviews/{id}",
    content_type="application/json",
    security=(("team",),),
)
