"""Options of a target are read from their place in specforge.yaml."""

from __future__ import annotations

from typing import Literal

import msgspec
import pytest

from specforge.diagnostics import Report
from specforge.document import Cursor, References
from specforge.source import Files, read_text
from specforge.targets.target import NoOptions, read_options


class Options(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """Some options."""

    page_title: str = "API"
    edition: Literal["public", "internal"] = "public"
    token: str | None = None


def cursor(text: str) -> Cursor:
    source = read_text(text, "specforge.yaml")
    files = Files(".")
    return Cursor(source.entry, source.data, References(source, files, Report()))


def read(text: str, **common: object) -> tuple[Options, list[tuple[str, str, object, bool]]]:
    report = Report()
    options = read_options(Options, cursor(text), report, **common)
    return options, [(one.rule, one.message, one.origin.value, one.on_key) for one in report.take()]


def test_options_have_hyphens_in_the_file() -> None:
    assert read("page-title: Pets\nedition: internal\n") == (Options(page_title="Pets", edition="internal"), [])


def test_without_a_place_the_defaults_and_what_is_common_hold() -> None:
    assert read_options(Options, None, Report(), token="next") == Options(token="next")


def test_what_the_target_says_counts_more_than_what_is_common() -> None:
    assert read("token: mine\n", token="next")[0] == Options(token="mine")


def test_an_unknown_option_is_a_finding_at_its_key_and_the_others_hold() -> None:
    options, found = read("page-titel: x\nedition: internal\n")

    assert options == Options(edition="internal")
    assert found == [
        ("unknown-configuration-key", "page-titel is no option of the target; did you mean page-title?", "x", True)
    ]


def test_an_option_like_no_other_is_told_those_there_are() -> None:
    assert read("x: 1\n")[1][0][1] == "x is no option of the target; known are edition, page-title, token"


@pytest.mark.parametrize(
    ("text", "message"),
    [("page-title: 5\n", "page-title: expected str, got int"), ("edition: secret\n", "edition: invalid enum value ")],
)
def test_an_ill_typed_option_is_a_finding_at_its_value_and_not_taken(text: str, message: str) -> None:
    options, ((rule, said, _, on_key),) = read(text)

    assert options == Options()
    assert (rule, on_key) == ("invalid-configuration", False)
    assert said.startswith(message)


def test_a_target_without_options_takes_none() -> None:
    report = Report()

    read_options(NoOptions, cursor("indent: 2\n"), report)

    assert report.take()[0].message == "indent is no option of the target; there are none"
