from __future__ import annotations

import pytest

from specforge.config.settings import overlaid
from specforge.diagnostics import Report
from specforge.document import Cursor, References
from specforge.errors import ConfigError
from specforge.source import Files, read_text

TEXT = "build:\n  out: a\n  clients: {int64: number}\nlint: [x]\n"


def root_with(*options: str, text: str = TEXT) -> Cursor:
    source = read_text(text, "specforge.yaml")
    data = source.data if isinstance(source.data, dict) else {}
    return overlaid(source, data, options, References(source, Files("."), Report()))


def test_an_option_wins_over_the_file() -> None:
    root = root_with("build.out=b")

    assert root.value == {"build": {"out": "b", "clients": {"int64": "number"}}, "lint": ["x"]}


@pytest.mark.parametrize(
    ("given", "expected"), [("1", 1), ("true", True), ("[a, b]", ["a", "b"]), ("", None), ("a=b", "a=b"), ("'1'", "1")]
)
def test_values_are_yaml(given: str, expected: object) -> None:
    assert root_with(f"x={given}").value["x"] == expected


def test_what_an_option_gives_has_its_place_among_the_options() -> None:
    root = root_with("a.b=1", "build.out=b")
    build = root.mapping("build")
    assert build is not None
    out, clients = build.get("out"), build.mapping("clients")
    assert out is not None
    assert clients is not None
    pointer = out.pointer()

    assert (out.entry.file, pointer, out.value) == ("--set", ("build", "out"), "b")
    assert str(out.entry.places.find([pointer])[pointer].value) == "--set:2:11"
    assert str(out.entry.places.find([pointer])[pointer].key) == "--set:2:1"
    assert out.entry.places.lines(1, 2) == ["a.b=1", "build.out=b"]
    assert (build.entry.file, clients.entry.file) == ("specforge.yaml", "specforge.yaml")


def test_tables_that_only_options_give_stand_among_the_options() -> None:
    root = root_with("deploy.stages.dev.tracing=true", text="")
    files = {key: child.entry.file for key, child in root.items()}
    deep = root.at("deploy", "stages", "dev", "tracing")

    assert files == {"deploy": "--set"}
    assert (deep.entry.file, deep.pointer()) == ("--set", ("deploy", "stages", "dev", "tracing"))


def test_the_last_of_two_options_counts() -> None:
    root = root_with("x=1", "x=2")
    child = root.get("x")
    assert child is not None

    assert child.value == 2
    assert str(child.entry.places.find([("x",)])[("x",)].value) == "--set:2:3"


@pytest.mark.parametrize("option", ["x", "=1", "a..b=1", "build.out.x=1", "x={", "lint.a=1"])
def test_what_cannot_be_set_is_said(option: str) -> None:
    with pytest.raises(ConfigError, match="--set"):
        root_with(option)


def test_the_data_of_the_file_is_left_alone() -> None:
    source = read_text(TEXT, "specforge.yaml")
    assert isinstance(source.data, dict)
    overlaid(source, source.data, ["build.out=b"], References(source, Files("."), Report()))

    assert source.data["build"] == {"out": "a", "clients": {"int64": "number"}}
