from __future__ import annotations

import pytest

from tests.lower.documents import document


@pytest.mark.parametrize(
    ("line", "numbers", "known", "swagger"),
    [
        ("openapi: 3.0.1", (3, 0), True, False),
        ("openapi: 3.0", (3, 0), True, False),
        ("openapi: '3'", (3, 0), True, False),
        ("openapi: 3.1.0", (3, 1), True, False),
        ("openapi: 3.2.0", (3, 2), True, False),
        ("openapi: 3.9.0", (3, 9), False, False),
        ("openapi: 4.0.0", (0, 0), False, False),
        ("openapi: three", (0, 0), False, False),
        ("swagger: '2.0'", (2, 0), True, True),
        ("swagger: 2.0", (2, 0), True, True),
        ("swagger: 2", (2, 0), True, True),
        ("swagger: '1.2'", (0, 0), False, False),
        ("paths: {}", (0, 0), False, False),
        ("openapi: [3]", (0, 0), False, False),
    ],
)
def test_versions_are_read_as_authors_spell_them(
    line: str, numbers: tuple[int, int], known: bool, swagger: bool
) -> None:
    version = document(line).version

    assert (version.major, version.minor) == numbers
    assert (version.known, version.swagger) == (known, swagger)
