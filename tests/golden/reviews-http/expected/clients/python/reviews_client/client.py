"""The client of reviews."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypedDict

from . import models
from ._runtime import Auth, Scheme, Secret, SyncClient, Transport
from .errors import BY_STATUS

if TYPE_CHECKING:
    from .api.reviews import ReviewsApi

SCHEMES: dict[str, Scheme] = {"token": Scheme("bearer", "")}
"""How each security scheme of the API sends its credentials."""


class Credentials(TypedDict, total=False):
    """Credentials by security scheme; a function is asked for its secret at each call."""

    token: Secret | Auth


class Client(SyncClient):
    """Calls the API; each group of operations is an attribute.

    `auth` holds the credentials and `timeout` is in seconds. Use the client as a
    context manager, or `close` it, to close its connections.
    """

    def __init__(
        self,
        base_url: str,
        *,
        auth: Auth | Credentials | None = None,
        timeout: float = 30.0,
        headers: Mapping[str, str] | None = None,
        transport: Transport | None = None,
    ) -> None:
        super().__init__(
            base_url,
            models=models,
            errors=BY_STATUS,
            schemes=SCHEMES,
            user_agent="reviews_client/1",
            auth=auth,
            timeout=timeout,
            headers=headers,
            transport=transport,
        )

    @cached_property
    def reviews(self) -> ReviewsApi:
        """Operations of the group reviews."""
        from .api.reviews import ReviewsApi

        return ReviewsApi(self)
