"""Lists that come in pages: item by item, asking for the next page when it is needed."""

from __future__ import annotations

from collections.abc import (
    AsyncIterator,
    Awaitable,
    Callable,
    Iterable,
    Iterator,
)
from typing import TypeVar

from .values import Unset

Page = TypeVar("Page")
Item = TypeVar("Item")
Token = TypeVar("Token")


def paginate(
    ask: Callable[[Token | None], Page],
    token_of: Callable[[Page], Token | Unset | None],
    items_of: Callable[[Page], Iterable[Item] | Unset | None],
    first: Token | None = None,
) -> Iterator[Item]:
    """Yields the items of all pages; ends at a page without a token, or with the token that asked for it."""
    token = first
    while True:
        page = ask(token)
        yield from items_of(page) or ()
        following = token_of(page)
        if not following or following == token:
            return
        token = following


async def paginate_async(
    ask: Callable[[Token | None], Awaitable[Page]],
    token_of: Callable[[Page], Token | Unset | None],
    items_of: Callable[[Page], Iterable[Item] | Unset | None],
    first: Token | None = None,
) -> AsyncIterator[Item]:
    """Yields the items of all pages; ends at a page without a token, or with the token that asked for it."""
    token = first
    while True:
        page = await ask(token)
        for item in items_of(page) or ():
            yield item
        following = token_of(page)
        if not following or following == token:
            return
        token = following
