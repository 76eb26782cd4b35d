"""What a reading yields: a source with its text, its entry and places that cost nothing until asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from specforge.diagnostics import Origin, Span
from specforge.source import RULES, Bounds, read_text
from specforge.source.model import Reading, Source
from specforge.source.text import Lines


def test_a_source_shows_what_it_was_made_of() -> None:
    source = Source("a.yaml", Lines("a.yaml", "a: 1\n"), Reading({"a": 1}, format="yaml"), "/p/a.yaml")

    assert ("a.yaml", "/p/a.yaml", "a: 1\n", {"a": 1}) == (source.name, source.path, source.text, source.data)
    assert ((), True, "yaml") == (source.problems, source.sound, source.format)
    assert "<Source a.yaml>" == repr(source)


def test_there_is_one_entry_and_one_finder_of_places() -> None:
    source = read_text("a: 1\n", "a.yaml")

    assert source.entry is source.entry
    assert source.places is source.places


def test_an_origin_in_a_source_is_resolved_to_lines_of_its_text() -> None:
    source = read_text("a:\n  b: xyz\n", "a.yaml")
    origin = Origin(source.entry, source.data).at("a", "b")
    places = source.entry.places

    assert Span("a.yaml", 2, 6, 2, 9) == places.find([origin.pointer()])[origin.pointer()].value
    assert ["a:", "  b: xyz"] == places.lines(1, 2)
    assert Span("a.yaml", 2, 7, 2, 8) == places.within(origin.pointer(), 1, 2)


@pytest.mark.parametrize("text", ["openapi: 3.0.1\npaths: {}\nx: 'yes'\n", '{"openapi": "3.0.1"}'])
def test_a_clean_document_pays_for_no_places(text: str) -> None:
    script = (
        "import sys; from specforge.source import read_text; "
        f"assert read_text({text!r}, '-').entry; "
        "heavy = {'yaml', 'specforge.source.places', 'specforge.source.composer'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )

    assert (
        "[]"
        == subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.strip()
    )


def test_names_of_rules_are_sorted_and_unique() -> None:
    assert tuple(sorted(set(RULES))) == RULES


def test_bounds_can_be_narrowed_one_by_one() -> None:
    assert (5, Bounds().nodes) == (Bounds(depth=5).depth, Bounds(depth=5).nodes)
