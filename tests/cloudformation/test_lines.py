from __future__ import annotations

import pytest
import yaml

from specforge.cloudformation.lines import is_plain_key, lines
from specforge.ir import Data
from specforge.render import encode_json


def printed(data: Data) -> str:
    return "".join(
        line.lead
        + ("" if line.key is None else (line.key if line.key_is_plain else encode_json(line.key)) + ":")
        + (" " + encode_json(line.value) if line.has_value else "")
        + "\n"
        for line in lines(data)
    )


@pytest.mark.parametrize(
    "data",
    [
        {"a": 1, "b": {"c": [1, {"d": "x", "e": {}}, [], [1, [2, {"f": None}]]]}},
        [{"a": {"b": 1}, "c": 2}, "x"],
        {"on": "off", "200": "012", "1:30": True, "": "", "a b": "- x", "Fn::If": ["c", {"Ref": "X"}, {}]},
        {"text": 'a\nb: "c" #d', "ü": "ä", "~": None},
    ],
    ids=["nested", "list", "words", "texts"],
)
def test_every_reader_gets_the_same_data_back(data: Data) -> None:
    assert yaml.safe_load(printed(data)) == data


@pytest.mark.parametrize("key", ["on", "No", "null", "200", "1e3", "", "a:", "a b", "-a", "a#", "ü", "y"])
def test_a_key_that_could_be_something_else_is_quoted(key: str) -> None:
    assert not is_plain_key(key)


def test_what_stands_under_some_keys_has_one_line() -> None:
    found = list(lines({"a": {"b": {"c": [1]}}}, on_one_line=("b",)))

    assert [(line.key, line.value) for line in found] == [("a", None), ("b", {"c": [1]})]
