"""The client of reviews."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime import Auth, Hook, RetryPolicy, SyncClient, Transport
from .description import DESCRIPTION, Credentials

if TYPE_CHECKING:
    from .api.health import HealthApi
    from .api.reviews import ReviewsApi


class Client(SyncClient):
    """Calls the API; each group of operations is an attribute.

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
        transport: Transport | None = None,
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
    def reviews(self) -> ReviewsApi:
        """Operations of the group reviews."""
        from .api.reviews import ReviewsApi

        return ReviewsApi(self)

    @cached_property
    def health(self) -> HealthApi:
        """Operations of the group health."""
        from .api.health import HealthApi

        return HealthApi(self)
