from __future__ import annotations

import pytest

from specforge.vtl.budget import MAX_ITEMS, MAX_TEXT, Budget, EvaluationError


def test_steps_are_taken_until_there_are_none() -> None:
    budget = Budget(10)
    budget.spend(10)

    with pytest.raises(EvaluationError, match="more steps"):
        budget.spend(1)


def test_text_and_items_have_limits_of_their_own() -> None:
    with pytest.raises(EvaluationError, match="characters"):
        Budget().spend_text(MAX_TEXT + 1)
    with pytest.raises(EvaluationError, match="items"):
        Budget().spend_items(MAX_ITEMS + 1)
