"""Origins, hops and the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
import pytest

from specforge.diagnostics import Entry, Hop, Key, Origin, Place, Pointer, Report, Severity, Span


class NoPlaces:
    """Places of a text that no test looks into."""

    def find(self, pointers: Sequence[Pointer]) -> Mapping[Pointer, Place]:
        return {}

    def within(self, pointer: Pointer, start: int, end: int) -> Span:
        return Span("orders.yaml", 1, start, 1, end)

    def lines(self, first: int, last: int) -> Sequence[str]:
        return ()


ENTRY = Entry("orders.yaml", NoPlaces())
DOCUMENT = {"paths": {"/orders": {"get": {"tags": ["a", "b"]}}}}


@pytest.fixture
def root() -> Origin:
    return Origin(ENTRY, DOCUMENT)


def test_a_span_prints_in_the_form_that_editors_open() -> None:
    assert str(Span("orders.yaml", 5, 22, 5, 24)) == "orders.yaml:5:22"


def test_at_walks_to_the_child_through_objects_and_arrays(root: Origin) -> None:
    origin = root.at("paths", "/orders", "get", "tags", 1)

    assert origin.value == "b"
    assert origin.pointer() == ("paths", "/orders", "get", "tags", 1)


@pytest.mark.parametrize(
    ("keys", "pointer"),
    [
        pytest.param(("paths", "/nothing", "get"), ("paths",), id="missing key"),
        pytest.param(("paths", "/orders", "get", "tags", 2), ("paths", "/orders", "get", "tags"), id="behind the end"),
        pytest.param(("paths", "/orders", "get", "tags", -1), ("paths", "/orders", "get", "tags"), id="negative"),
        pytest.param(("info", "title"), (), id="missing at the root"),
    ],
)
def test_at_stops_at_the_deepest_node_that_exists(root: Origin, keys: tuple[Key, ...], pointer: Pointer) -> None:
    assert root.at(*keys).pointer() == pointer


def test_a_path_escapes_what_json_pointers_escape(root: Origin) -> None:
    assert root.at("paths", "/orders").path() == "/paths/~1orders"
    assert Origin(ENTRY, 1, key="a~b").path() == "/a~0b"


def test_origins_take_no_part_in_comparison(root: Origin) -> None:
    class Node(msgspec.Struct, frozen=True):
        name: str
        origin: Origin

    assert Node("x", root) == Node("x", root.at("paths"))
    assert len({Node("x", root), Node("x", root.at("paths"))}) == 1
    assert Node("x", root) != Node("y", root)


def test_hops_come_back_from_the_nearest_to_the_first(root: Origin) -> None:
    first = Hop("ref", root.at("paths"))
    middle = Origin(Entry("common.yml", NoPlaces()), {"x": 1}, via=first)
    second = Hop("alias", middle.at("x"))
    target = Origin(ENTRY, {"y": 2}, via=second)

    assert list(target.at("y").hops()) == [second, first]
    assert [hop.kind for hop in target.hops()] == ["alias", "ref"]


def test_severities_compare_by_badness() -> None:
    assert Severity.INFO < Severity.WARNING < Severity.ERROR
    assert str(Severity.ERROR) == "error"


def test_a_report_hands_over_each_finding_once(root: Origin) -> None:
    report = Report()
    report.add("duplicate-key", root, "the key x appears twice", on_key=True)

    taken = report.take()

    assert [(finding.rule, finding.message, finding.on_key) for finding in taken] == [
        ("duplicate-key", "the key x appears twice", True)
    ]
    assert report.take() == []
