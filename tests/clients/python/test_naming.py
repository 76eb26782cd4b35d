from __future__ import annotations

import doctest
import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specforge.clients.naming import split_words
from specforge.clients.python import naming
from specforge.clients.python.naming import checked, constant, is_package_name, module, pascal, snake, version
from specforge.errors import InternalError


def test_the_examples_of_the_docstrings_hold() -> None:
    assert doctest.testmod(naming).failed == 0


@given(st.text(max_size=30))
def test_any_text_gives_an_identifier(text: str) -> None:
    for made in (
        snake(split_words(text), "field"),
        pascal(text, "Model"),
        constant(text, "VALUE"),
        module(snake(split_words(text), "model")),
    ):
        assert made.isidentifier()
        assert not keyword.iskeyword(made)


@given(st.text(max_size=30))
def test_any_text_gives_a_version_that_installers_take(text: str) -> None:
    packaging = pytest.importorskip("packaging.version")

    packaging.Version(version(text))


@pytest.mark.parametrize("name", ["", "a-b", "class", "x; import os", "é"])
def test_what_is_no_identifier_is_refused(name: str) -> None:
    with pytest.raises(InternalError):
        checked(name)


@pytest.mark.parametrize(
    ("name", "usable"), [("orders_client", True), ("Orders", False), ("class", False), ("../x", False), ("", False)]
)
def test_package_names_are_lower_case_identifiers(name: str, usable: bool) -> None:
    assert is_package_name(name) is usable
