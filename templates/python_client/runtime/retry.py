"""When a call is sent again, and after how long."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .errors import ApiError, ClientError, ConnectionFailedError

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE"})
"""Methods that may arrive twice without harm: https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2"""


@dataclass(slots=True, frozen=True, kw_only=True)
class RetryPolicy:
    """How often a call is sent in all, and the pauses between: in seconds, doubled each time, with jitter.

    What was throttled (429) never reached the backend, so any method is sent again; other failures only where it is
    safe: by method, or with an idempotency key. An exhausted quota is not waited for.
    """

    attempts: int = 3
    first_pause: float = 0.5
    longest_pause: float = 8.0
    longest_retry_after: float = 60.0
    statuses: frozenset[int] = frozenset({429, 500, 502, 503, 504})
    jitter: Callable[[], float] = random.random

    def pause(self, error: ClientError, *, attempt: int, is_safe: bool) -> float | None:
        """Returns how long to wait before the next attempt; None to give up. The first attempt is 1."""
        if attempt >= self.attempts or not self._is_worth_it(error, is_safe):
            return None
        if isinstance(error, ApiError):
            asked = retry_after(error.response.headers)
            if asked is not None:
                return asked if asked <= self.longest_retry_after else None
        longest: float = min(self.longest_pause, self.first_pause * 2 ** (attempt - 1))
        return longest * (0.5 + self.jitter() / 2)

    def _is_worth_it(self, error: ClientError, is_safe: bool) -> bool:
        if isinstance(error, ApiError):
            if error.error_type == "LimitExceededException":
                return False
            return error.status in self.statuses and (is_safe or error.status == 429)
        return is_safe and isinstance(error, ConnectionFailedError)


NO_RETRIES = RetryPolicy(attempts=1)


def retry_after(
    headers: Mapping[str, str], now: Callable[[], float] = time.time
) -> float | None:
    """Returns the seconds that Retry-After asks for, as a number or as a date; None without it.

    https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
    """
    value = headers.get("retry-after", "").strip()
    if not value:
        return None
    if value.replace(".", "", 1).isdigit():
        return float(value)
    from email.utils import parsedate_to_datetime

    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - now())
    except (ValueError, OverflowError):
        return None
