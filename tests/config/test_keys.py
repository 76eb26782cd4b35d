from __future__ import annotations

from collections.abc import Iterator

from specforge.config.keys import ROOT
from specforge.config.shape import KINDS, Shape


def shapes(shape: Shape) -> Iterator[Shape]:
    yield shape
    for below in (*shape.fields.values(), *([shape.of] if shape.of is not None else [])):
        yield from shapes(below)


def test_every_shape_is_of_a_known_kind_and_requires_only_its_own_keys() -> None:
    for shape in shapes(ROOT):
        assert shape.kind in KINDS
        assert set(shape.required) <= set(shape.fields)


def test_keys_are_spelled_in_kebab_case() -> None:
    keys = [key for shape in shapes(ROOT) for key in shape.fields]

    assert [key for key in keys if key != key.lower() or "_" in key] == []


def test_every_key_of_the_first_levels_says_what_it_is_for() -> None:
    assert [key for key, shape in ROOT.fields.items() if not shape.about] == []
    assert [key for field in ROOT.fields.values() for key, shape in field.fields.items() if not shape.about] == []
