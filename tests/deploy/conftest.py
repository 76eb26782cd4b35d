"""AWS for the tests of a deployment: moto, served once for each process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.deploy.moto_plus import serving


@pytest.fixture(scope="session")
def aws() -> Iterator[str]:
    """Yields the address where moto answers."""
    with serving() as address:
        yield address
