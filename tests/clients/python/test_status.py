from __future__ import annotations

import pytest

from specforge.clients.python.status import error_class


@pytest.mark.parametrize(
    ("status", "name"),
    [
        ("404", "NotFoundError"),
        ("499", "Status499Error"),
        ("200", None),
        ("4XX", None),
        ("default", None),
        ("٤٠٤", None),
    ],
)
def test_error_statuses_have_a_class(status: str, name: str | None) -> None:
    assert error_class(status) == name
