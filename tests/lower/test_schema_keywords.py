from __future__ import annotations

import msgspec

from specforge.ir import PLAIN
from specforge.lower.schema_keywords import annotations_of, extra_of


def test_a_schema_that_says_nothing_shares_one_annotation() -> None:
    assert annotations_of({"type": "string"}) is PLAIN


def test_annotations_are_read() -> None:
    found = annotations_of(
        {
            "title": "t",
            "description": "d",
            "default": None,
            "example": 1,
            "examples": [2, 3],
            "deprecated": True,
            "readOnly": True,
            "writeOnly": True,
        }
    )

    assert (found.title, found.description, found.default, found.examples) == ("t", "d", None, (1, 2, 3))
    assert (found.deprecated, found.read_only, found.write_only) == (True, True, True)


def test_without_a_default_it_is_unset() -> None:
    assert annotations_of({"title": "t", "description": 1}).default is msgspec.UNSET


def test_what_is_not_known_is_kept() -> None:
    assert extra_of({"a": 1, "b": 2}, frozenset({"a"})) == {"b": 2}
    assert extra_of({"a": 1}, frozenset({"a"})) == {}
