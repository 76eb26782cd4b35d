"""The exceptions and the exit codes that they carry."""

from __future__ import annotations

import pytest

from specforge.errors import ConfigError, InternalError, SourceError, SpecforgeError


@pytest.mark.parametrize(
    ("error", "code"),
    [(SpecforgeError, 2), (ConfigError, 2), (SourceError, 2), (InternalError, 3)],
)
def test_an_exception_knows_the_exit_code_of_its_run(error: type[SpecforgeError], code: int) -> None:
    assert error("why").exit_code == code


def test_one_except_clause_catches_them_all() -> None:
    assert SpecforgeError.__subclasses__() == [ConfigError, SourceError, InternalError]
