"""An operation as the document has it: data that the clients work with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from .retry import RetryPolicy
from .wire import Style

T = TypeVar("T")


@dataclass(slots=True, kw_only=True)
class Operation(Generic[T]):
    """One operation; `T` is what a call returns.

    `returns` and `errors` go from a status (`200`, `2XX`, `default`) to the type of its body, "" for none;
    `raw` operations return the response as it arrived. `styles` goes from location to parameter name.
    """

    method: str
    path: str
    content_type: str | None = None
    accept: str = "application/json"
    returns: Mapping[str, str] = field(default_factory=dict[str, str])
    errors: Mapping[str, str] = field(default_factory=dict[str, str])
    styles: Mapping[str, Mapping[str, Style]] = field(
        default_factory=dict[str, Mapping[str, Style]]
    )
    security: tuple[tuple[str, ...], ...] | None = None
    raw: bool = False


@dataclass(slots=True, kw_only=True)
class RequestOptions:
    """What may differ from call to call; None means as the client has it.

    `timeout` is in seconds; `strict` makes a response that differs from the document an error.
    """

    timeout: float | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    retries: RetryPolicy | None = None
    idempotency_key: str | None = None
    strict: bool | None = None


def find_type(types: Mapping[str, str], status: int) -> str | None:
    """Returns the type of the body that is documented for a status; None when there is none."""
    for key in (str(status), f"{status // 100}XX", "default"):
        if key in types:
            return types[key]
    return None
