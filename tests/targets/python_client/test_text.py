from __future__ import annotations

from specforge.targets.python_client.text import docstring, export_order, import_lines, import_order, outdent, sentence


def test_a_docstring_of_one_line_is_short() -> None:
    assert docstring("One.", indent=4).short
    assert docstring("One.", "Two.", indent=4).lines == ("One.", "", "Two.")
    assert docstring(None, "  ", indent=4, fallback="Nothing said.").lines == ("Nothing said.",)


def test_imports_stand_on_one_line_if_they_fit() -> None:
    assert import_lines("a", ["b", "C", "D_E"]) == ("from a import D_E, C, b",)
    assert import_lines("a", []) == ()
    assert import_lines("a", ["x" * 50, "y" * 50]) == ("from a import (", f"    {'x' * 50},", f"    {'y' * 50},", ")")


def test_names_are_sorted_as_ruff_does() -> None:
    assert sorted(["item10", "item2", "Item", "ITEM", "A"], key=import_order) == [
        "ITEM",
        "A",
        "Item",
        "item2",
        "item10",
    ]
    assert sorted(["AccountTransactions", "Accounts"], key=export_order) == ["AccountTransactions", "Accounts"]
    assert sorted(["AccountTransactions", "Accounts"], key=import_order) == ["Accounts", "AccountTransactions"]


def test_margins_are_taken_away() -> None:
    assert outdent("a\n    b\n\n      c") == "a\nb\n\n  c"


def test_summaries_end_with_a_full_stop() -> None:
    assert [sentence(text) for text in ("List", "List!", None, "")] == ["List.", "List!", None, ""]
