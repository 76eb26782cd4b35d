from __future__ import annotations

import msgspec
import pytest

from specforge.clients.options import ClientOptions


def test_the_shared_keys_are_spelled_in_kebab_case() -> None:
    options = msgspec.convert({"pagination": {"token": "t"}, "idempotency-header": "K"}, ClientOptions)

    assert options.pagination is not None
    assert (options.pagination.token, options.idempotency_header, options.int64) == ("t", "K", "number")


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"retries": 3}, ClientOptions)
