from __future__ import annotations

from specforge.vtl import tokens


def test_no_two_kinds_of_token_share_a_name() -> None:
    kinds = [value for name, value in vars(tokens).items() if name.isupper()]

    assert len(kinds) == len(set(kinds))
