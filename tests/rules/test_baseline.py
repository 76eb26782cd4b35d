"""Known findings are hidden by rule, file and pointer, never by line."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from specforge.diagnostics import Diagnostic, Entry, Origin, RuleId, Severity, Span
from specforge.errors import ConfigError
from specforge.rules.baseline import Baseline, baseline_of, parse_baseline
from specforge.source import read_text


def finding(pointer: str, *, rule: str = "model-unused", file: str = "a.yaml", line: int = 1) -> Diagnostic:
    entry = Entry(file, read_text("", file).places)
    span = Span(file, line, 1, line, 2)
    return Diagnostic(
        rule=RuleId(rule), severity=Severity.ERROR, message="m", span=span, pointer=pointer, origin=Origin(entry, None)
    )


def baseline(*documents: Sequence[Diagnostic]) -> Baseline:
    return parse_baseline(baseline_of(documents, str), "baseline.json", str)


def test_a_known_finding_is_hidden_wherever_its_line_went() -> None:
    known = baseline([finding("/a", line=3)])

    assert known.left([finding("/a", line=30)]) == ()


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(finding("/b"), id="pointer"),
        pytest.param(finding("/a", rule="empty-model"), id="rule"),
        pytest.param(finding("/a", file="b.yaml"), id="file"),
    ],
)
def test_another_finding_is_seen(other: Diagnostic) -> None:
    assert baseline([finding("/a")]).left([finding("/a"), other]) == (other,)


def test_of_one_rule_and_place_those_beyond_the_count_are_seen() -> None:
    third = finding("/a", line=9)

    assert baseline([finding("/a")] * 2).left([finding("/a"), finding("/a"), third]) == (third,)


def test_a_file_that_documents_share_counts_once() -> None:
    known = baseline([finding("/a")], [finding("/a")])

    assert known.left([finding("/a")]) == ()
    assert known.gone(lambda _: True) == 0


def test_what_was_not_met_is_gone_if_its_file_was_seen() -> None:
    known = baseline([finding("/a"), finding("/a"), finding("/b", file="b.yaml")])
    known.left([finding("/a")])

    assert known.gone({"a.yaml"}.__contains__) == 1
    assert known.gone(lambda _: True) == 2


def test_a_baseline_is_the_same_for_the_same_findings_in_any_order() -> None:
    found = [finding("/b"), finding("/a"), finding("/a", rule="empty-model")]

    assert baseline_of([found], str) == baseline_of([found[::-1]], str)
    assert json.loads(baseline_of([found], str)) == {
        "version": 1,
        "findings": {"a.yaml": {"empty-model": {"/a": 1}, "model-unused": {"/a": 1, "/b": 1}}},
    }


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        pytest.param(b"{", "is not valid JSON", id="broken"),
        pytest.param(b"[" * 100_000, "is not valid JSON", id="deep"),
        pytest.param(b"[]", "states no version; it must be 1", id="no object"),
        pytest.param(b'{"version": 2}', "is of version 2; it must be 1", id="another version"),
        pytest.param(b'{"version": 1}', "is damaged", id="no findings"),
        pytest.param(b'{"version": 1, "findings": {"a": {"r": {"/a": "1"}}}}', "is damaged", id="no count"),
        pytest.param(b'{"version": 1, "findings": {"a": {"r": {"/a": 0}}}}', "is damaged", id="count of zero"),
        pytest.param(b'{"version": 1, "findings": {"a": {"r": {"/a": true}}}}', "is damaged", id="no number"),
        pytest.param(b'{"version": 1, "findings": {"a": []}}', "is damaged", id="a list"),
    ],
)
def test_a_file_that_is_no_baseline_is_refused_in_one_line(raw: bytes, message: str) -> None:
    with pytest.raises(ConfigError, match=message) as refused:
        parse_baseline(raw, "old.json", str)

    assert str(refused.value).startswith("the baseline old.json ")
    assert "\n" not in str(refused.value)
