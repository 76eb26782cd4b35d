"""Fixes are made only where the text then says what it must, and in passes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import pytest

from specforge.diagnostics import Diagnostic, Edit, Finding, Fix, Origin, Replacement, RuleId, Span, Spot
from specforge.rules.fixes import (
    fix_all,
    inserting,
    removing,
    renaming,
    renaming_to_near,
    replacements_of,
    replacing,
    respelling,
    schema_fix,
)
from specforge.rules.selection import Selection
from specforge.rules.settle import settle
from specforge.source import read_text
from tests.judged import found

Fixes = Callable[[Origin], Iterable[Fix]]


def root_of(text: str | bytes, name: str = "a.yaml") -> Origin:
    source = read_text(text, name)
    return Origin(source.entry, source.data)


def fixed(text: str | bytes, fixes: Fixes, name: str = "a.yaml") -> tuple[bytes, int]:
    """Returns the text with the fixes that are found in it, again and again, and how many findings that answers."""

    def diagnose(texts: Mapping[str, bytes]) -> Sequence[Diagnostic]:
        root = root_of(texts.get(name, raw), name)
        made = [
            Finding(rule=RuleId("malformed-extension"), message=str(number), origin=root, fix=fix)
            for number, fix in enumerate(fixes(root))
        ]
        return settle(made, Selection())

    raw = text if isinstance(text, bytes) else text.encode()
    done = fix_all(diagnose)
    assert set(done.originals) == set(done.texts)
    return done.texts.get(name, raw), done.answered


def test_one_fix_after_the_other_leaves_the_rest_as_it_was() -> None:
    def fixes(root: Origin) -> Iterable[Fix]:
        return (replacing(root.at("a"), "y"), renaming(root.at("b"), "c")) if root.value["a"] == "x" else ()

    assert fixed("# one\na: x  # two\n\nb: 1\n", fixes) == (b"# one\na: y  # two\n\nc: 1\n", 2)


def test_what_overlaps_waits_for_the_next_pass() -> None:
    def fixes(root: Origin) -> Iterable[Fix]:
        yield from (inserting(root.at("a"), key, 1) for key in "bcd" if key not in root.value["a"])

    assert fixed("a: {}\n", fixes) == (b"a: {b: 1, c: 1, d: 1}\n", 3)


def test_equal_fixes_of_several_findings_are_made_once_and_answer_all() -> None:
    def fixes(root: Origin) -> Iterable[Fix]:
        return (replacing(root.at("a"), "y"), replacing(root.at("a"), "y")) if root.value["a"] == "x" else ()

    assert fixed("a: x\n", fixes) == (b"a: y\n", 2)


def test_a_fix_that_would_say_something_else_elsewhere_is_dropped_and_the_others_are_made() -> None:
    def fixes(root: Origin) -> Iterable[Fix]:
        if root.value["a"] == "x":
            yield replacing(root.at("a"), "y")
            yield Fix("break it", (Edit("replace-value", root.at("n"), 2),))
            yield replacing(root.at("b"), "y")

    text = "a: x\nn: !!str 1\nb: x\n"

    assert fixed(text, fixes) == (b"a: y\nn: !!str 1\nb: y\n", 2)


def test_all_edits_of_a_fix_are_made_or_none() -> None:
    def fixes(root: Origin) -> Iterable[Fix]:
        yield Fix("two", (Edit("replace-value", root.at("a"), "y"), Edit("replace-value", root.at("b"), "y")))

    assert fixed("a: x\nb: |\n  x\n", fixes) == (b"a: x\nb: |\n  x\n", 0)


def test_a_fix_that_never_ends_the_finding_ends_all_the_same() -> None:
    def fixes(root: Origin) -> Iterable[Fix]:
        return (replacing(root.at("a"), root.value["a"] + "x"),)

    text, _ = fixed("a: x\n", fixes)

    assert text.startswith(b"a: xxxx")


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        pytest.param(b"\xef\xbb\xbf", "utf-8", id="UTF-8"),
        pytest.param(b"\xff\xfe", "utf-16-le", id="UTF-16 LE"),
        pytest.param(b"\xfe\xff", "utf-16-be", id="UTF-16 BE"),
        pytest.param(b"", "utf-8", id="none"),
    ],
)
def test_the_byte_order_mark_and_the_encoding_stay(mark: bytes, codec: str) -> None:
    def fixes(root: Origin) -> Iterable[Fix]:
        return (replacing(root.at("a"), "ü"),) if root.value["a"] == "é" else ()

    assert fixed(mark + "a: é\r\n".encode(codec), fixes) == (mark + "a: 'ü'\r\n".encode(codec), 1)


def test_a_text_that_is_not_well_encoded_is_not_fixed() -> None:
    assert replacements_of(replacing(root_of(b"a: x\nb: \xff\n").at("a"), "y")) == ()


def test_a_remote_text_is_not_fixed() -> None:
    source = read_text("a: x\n", "https://e.example.com/a.yaml", path="https://e.example.com/a.yaml")

    assert replacements_of(replacing(Origin(source.entry, source.data).at("a"), "y")) == ()


def test_what_is_not_in_the_text_is_not_fixed() -> None:
    source = read_text("a: x\n", "specforge.yaml")

    assert replacements_of(replacing(Origin(source.entry, {"a": "set"}).at("a"), "y")) == ()
    assert replacements_of(replacing(Origin(source.entry, {"a": ["x"]}).at("a", 0), "y")) == ()


def test_a_fix_over_two_texts_is_not_made() -> None:
    edits = (Edit("remove", root_of("a: 1\nb: 2\n").at("a")), Edit("remove", root_of("a: 1\nb: 2\n").at("b")))

    assert replacements_of(Fix("two", edits)) == ()
    assert replacements_of(Fix("none", ())) == ()


def test_a_place_that_could_not_be_read_is_not_fixed() -> None:
    source = read_text("a: [\n", "a.yaml")

    assert replacements_of(Fix("close it", (Edit("remove", Spot(source.entry, Span("a.yaml", 1, 1, 1, 2))),))) == ()


def test_a_finding_offers_only_a_fix_that_can_be_made() -> None:
    root = root_of("a: &x {b: 1, c: 2}\nd: *x\ne: {b: 1}\n")
    fixes = [removing(root.at(key, "b")) for key in "ade"]
    found = [
        Finding(rule=RuleId("malformed-extension"), message=str(number), origin=root, fix=fix)
        for number, fix in enumerate(fixes)
    ]

    assert [one.fix for one in settle(found, Selection())] == [None, None, fixes[2]]


def test_a_finding_says_what_its_fix_replaces() -> None:
    root = root_of("a: x\n")
    finding = Finding(rule=RuleId("malformed-extension"), message="m", origin=root, fix=replacing(root.at("a"), "y"))
    (one,) = settle([finding], Selection())

    assert one.replacements == (Replacement(Span("a.yaml", 1, 4, 1, 5), "y"),)


def test_a_word_is_respelt_where_only_one_is_near() -> None:
    root = root_of("a: NEVR\nwhen: 1\n")

    assert respelling(root.at("a"), "NEVR", ["never", "always"]) == replacing(root.at("a"), "never")
    assert respelling(root.at("a"), "NEVR", ["never"], any_case=True) == replacing(root.at("a"), "NEVER")
    assert respelling(root.at("a"), "NEVR", ["never", "nevar"]) is None
    assert renaming_to_near(root.at("when"), "when", ["wen", "whom"]) == renaming(root.at("when"), "wen")
    assert renaming_to_near(root.at("when"), "when", ["then", "wren"]) is None


def test_what_breaks_the_schema_is_fixed_where_there_is_one_answer() -> None:
    root = root_of("required: []\nin: qery\nb: 1\n")

    assert schema_fix(root.at("required"), ()) == removing(root.at("required"))
    assert schema_fix(root.at("in"), ("query", "path")) == replacing(root.at("in"), "query")
    assert schema_fix(root.at("in"), ()) is None
    assert schema_fix(root.at("b"), ("1",)) is None


@pytest.mark.parametrize(
    ("item", "has_fix"),
    [
        pytest.param("{get: {responses: {'200': {description: ok}}}}", True, id="a path item"),
        pytest.param("{key: {type: apiKey, name: a, in: header}}", False, id="what slipped below paths"),
    ],
)
def test_a_path_gets_its_slash_only_if_it_is_a_path(tmp_path: Path, item: str, has_fix: bool) -> None:
    (one,) = found(
        tmp_path, f"x-amazon-apigateway-policy: {{}}\npaths:\n  orders: {item}\n", "path-without-leading-slash"
    )

    assert (one.fix is not None) is has_fix
