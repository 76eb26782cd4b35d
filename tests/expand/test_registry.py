"""Short forms are found by their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from specforge import expand
from specforge.expand.registry import MODULES, find, names


@pytest.mark.parametrize("name", names())
def test_every_short_form_is_called_as_its_row_says(name: str) -> None:
    form = find(name)

    assert form is not None
    assert form.name == name
    assert form.lone is None or form.lone in form.options.fields


def test_every_module_with_a_form_has_a_row() -> None:
    folder = Path(expand.__file__).parent
    holding = {path.stem for path in folder.glob("*.py") if "\nFORM = " in path.read_text(encoding="utf-8")}

    assert holding == set(MODULES.values())


def test_there_is_no_other_short_form() -> None:
    assert find("lamda") is None
