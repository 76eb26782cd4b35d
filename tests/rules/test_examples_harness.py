"""The harness of examples fails where an example does not do what it says."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest

from specforge.diagnostics import Diagnostic, Finding, Origin, RuleId
from specforge.rules.examples import DOCUMENT, aws_messages, failures, files_of, kind_of
from specforge.rules.fixes import replacing
from specforge.rules.page import Example
from specforge.rules.registry import load
from specforge.rules.selection import Selection
from specforge.rules.settle import settle
from specforge.source import read_text

RULE = load("integration-timeout-out-of-range")


def reasons(documentation: str, *found: tuple[str, str]) -> list[str]:
    """Returns why an example fails when a rule finds messages at keys of `{a, b}`, one a line."""
    source = read_text("a: 1\nb: 2\n", "example.yaml")
    origin = Origin(source.entry, source.data)
    findings = [Finding(rule=RULE.id, message=message, origin=origin.at(key)) for key, message in found]
    other = Finding(rule=RuleId("theirs"), message="x", origin=origin.at("a"))

    def diagnose(example: Example) -> Sequence[Diagnostic]:
        return settle([*findings, other], Selection())

    rule = msgspec.structs.replace(RULE, documentation=f"Checks.\n\n```yaml\n{documentation}```\n")
    return [failure.reason for failure in failures(rule, diagnose)]


WRONG = 'a: 1  # error: "at least 50"\nb: 2\n'
RIGHT = "a: 1\nb: 2\n"


def test_an_example_that_holds_has_no_failure() -> None:
    assert reasons(WRONG, ("a", "must be at least 50")) == []
    assert reasons(RIGHT) == []


@pytest.mark.parametrize(
    ("documentation", "found", "reason"),
    [
        pytest.param(WRONG, [], "nothing at line 1", id="nothing found"),
        pytest.param(WRONG, [("a", "at least 50"), ("b", "m")], "unexpected 'm' at line 2", id="found elsewhere, too"),
        pytest.param(WRONG, [("a", "m")], "line 1: 'm' does not hold 'at least 50'", id="another message"),
        pytest.param(RIGHT, [("b", "m")], "a right example yields 'm' at line 2", id="right and found"),
    ],
)
def test_an_example_that_does_not_hold_is_told(documentation: str, found: list[tuple[str, str]], reason: str) -> None:
    assert reasons(documentation, *found) == [reason]


def test_a_part_of_a_document_is_completed_behind_its_last_line() -> None:
    text = files_of(Example("paths: {}\n", (), ()))[DOCUMENT]

    assert text.startswith("paths: {}\nopenapi: 3.0.1\ninfo:")
    assert files_of(Example("swagger: '2.0'\ninfo: {}\npaths: {}\n", (), ()))[DOCUMENT].count("\n") == 3


def test_a_configuration_stands_beside_a_small_document() -> None:
    assert sorted(files_of(Example("lint: {}\n", ("config",), ()))) == ["example.specforge.yaml", "example.yaml"]


@pytest.mark.parametrize(
    ("options", "kind"), [((), "rest"), (("http",), "http"), (("as-is", "plain"), "plain"), (("inferred",), None)]
)
def test_the_words_behind_the_fence_choose_the_kind(options: tuple[str, ...], kind: str | None) -> None:
    assert kind_of(Example("", options, ())) == kind


def test_a_line_stands_as_often_as_it_says_with_its_number() -> None:
    text = files_of(Example("paths:\n  /p<n>: {}  # times 3\n", (), ()))[DOCUMENT]

    assert text.startswith("paths:\n  /p1: {}\n  /p2: {}\n  /p3: {}\nopenapi:")


def test_a_letter_stands_as_often_as_it_says() -> None:
    assert files_of(Example("paths: {/<5 x a>: {}}\n", (), ()))[DOCUMENT].startswith("paths: {/aaaaa: {}}\n")


@pytest.mark.parametrize(
    ("fixed", "reason"),
    [
        pytest.param("a: 50\nb: 2\n", [], id="holds"),
        pytest.param("a: 51\nb: 2\n", ["the fix gives:\na: 50  # error\nb: 2\n"], id="another text"),
    ],
)
def test_what_the_fix_makes_of_an_example_is_the_one_behind_it(fixed: str, reason: list[str]) -> None:
    def diagnose(example: Example) -> Sequence[Diagnostic]:
        source = read_text(example.text, "example.yaml")
        at = Origin(source.entry, source.data).at("a")
        found = [Finding(rule=RULE.id, message="at least 50", origin=at, fix=replacing(at, 50))]
        return settle(found if at.value == 1 else [], Selection())

    text = f"Checks.\n\n```yaml config\na: 1  # error\nb: 2\n```\n```yaml fixed\n{fixed}```\n"
    rule = msgspec.structs.replace(RULE, documentation=text)

    assert [failure.reason for failure in failures(rule, diagnose)] == reason


def test_what_aws_says_is_that_of_the_wrong_examples_each_text_once() -> None:
    source = read_text("a: 1\n", "example.yaml")
    origin = Origin(source.entry, source.data)
    texts = {"a: 1  # error\n": "A", "a: 2  # error\n": "A", "a: 3  # error\n": None, "a: 4\n": "right"}

    def diagnose(example: Example) -> Sequence[Diagnostic]:
        said = texts[example.text]
        found = [Finding(rule=RULE.id, message="m", origin=origin, aws_message=said)]
        return settle(
            [*found, Finding(rule=RuleId("theirs"), message="m", origin=origin, aws_message="x")], Selection()
        )

    documentation = "Checks.\n\n" + "".join(f"```yaml\n{text}```\n" for text in texts)

    assert aws_messages(msgspec.structs.replace(RULE, documentation=documentation), diagnose) == ("A",)
