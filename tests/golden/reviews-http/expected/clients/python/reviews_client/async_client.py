"""The client of reviews for asyncio."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime import AsyncTransport, Auth, Hook, RetryPolicy
from ._runtime.asynchronous import AsyncioClient
from .description import DESCRIPTION, Credentials

if TYPE_CHECKING:
    from .api.reviews import AsyncReviewsApi


class AsyncClient(AsyncioClient):
    """Calls the API from asyncio; each group of operations is an attribute.

    `auth` holds the credentials, `timeout` is in seconds, `retries` says what is sent
    again; `strict` makes an answer that differs from the document an error. Use the
    client as a context manager, or `close` it, to close its connections.
    """

    def __init__(
        self,
        base_url: str,
        *,
        auth: Auth | Credentials | None = None,
        timeout: float = 30.0,
        headers: Mapping[str, str] | None = None,
        transport: AsyncTransport | None = None,
        retries: RetryPolicy | None = None,
        strict: bool = False,
        hooks: Sequence[Hook] = (),
    ) -> None:
        super().__init__(
            base_url,
            DESCRIPTION,
            auth=auth,
            timeout=timeout,
            headers=headers,
            transport=transport,
            retries=retries,
            strict=strict,
            hooks=hooks,
        )

    @cached_property
    def reviews(self) -> AsyncReviewsApi:
        """Operations of the group reviews."""
        from .api.reviews import AsyncReviewsApi

        return AsyncReviewsApi(self)
