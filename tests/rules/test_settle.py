"""Findings become diagnostics: merged, placed, sorted."""

from __future__ import annotations

from pathlib import Path

from specforge.diagnostics import Entry, Finding, Hop, Note, Origin, RuleId, SettledNote, Severity, Span, Spot
from specforge.rules.selection import Selection
from specforge.rules.settle import settle
from specforge.source import read_text
from tests.judged import found

TIMEOUT = "integration-timeout-out-of-range"
INTEGRATION = "{type: http, uri: 'https://x.example', httpMethod: GET, timeoutInMillis: 20}"


def finding(origin: Origin, message: str = "m", rule: str = TIMEOUT, **more: object) -> Finding:
    return Finding(rule=RuleId(rule), message=message, origin=origin, **more)  # type: ignore[arg-type]  # as given


def root(text: str = "a: 1\nb: {c: 2}\n", name: str = "a.yaml") -> Origin:
    source = read_text(text, name)
    return Origin(source.entry, source.data)


def spot(column: int, entry: Entry | None = None) -> Spot:
    return Spot(entry or root().entry, Span("a.yaml", 1, column, 1, column + 1))


def test_a_wrong_value_stands_at_the_value_and_a_wrong_name_at_the_key() -> None:
    value, key = settle([finding(root().at("b", "c")), finding(root().at("b"), on_key=True)], Selection())[::-1]

    assert (str(value.span), str(key.span)) == ("a.yaml:2:8", "a.yaml:2:1")
    assert (value.pointer, key.pointer) == ("/b/c", "/b")


def test_findings_come_in_the_order_of_files_places_and_rules() -> None:
    findings = [
        finding(root(name="b.yaml").at("a")),
        finding(root().at("b")),
        finding(root().at("a"), rule="unknown-integration-type"),
        finding(root().at("a"), "n"),
        finding(root().at("a"), "m"),
    ]

    told = [(str(one.span), one.rule, one.message) for one in settle(findings, Selection())]

    assert told == [
        ("a.yaml:1:4", TIMEOUT, "m"),
        ("a.yaml:1:4", TIMEOUT, "n"),
        ("a.yaml:1:4", "unknown-integration-type", "m"),
        ("a.yaml:2:4", TIMEOUT, "m"),
        ("b.yaml:1:4", TIMEOUT, "m"),
    ]


def test_the_same_said_twice_is_one_and_another_message_another() -> None:
    at = root().at("a")

    assert len(settle([finding(at), finding(at), finding(at, "n")], Selection())) == 2


def test_a_stretch_without_a_node_is_placed_by_itself() -> None:
    entry = root().entry

    first, second = settle([finding(spot(9, entry)), finding(spot(3, entry))], Selection())

    assert [first.span.column, second.span.column] == [3, 9]


def test_notes_have_places_and_are_not_repeated() -> None:
    place = root()
    note = Note("also here", place.at("b"))
    notes = (note, note, Note("so"), Note("spot", spot(5)))

    (diagnostic,) = settle([finding(place.at("a"), notes=notes)], Selection())

    assert diagnostic.notes == (
        SettledNote("also here", Span("a.yaml", 2, 4, 2, 6)),
        SettledNote("so", None),
        SettledNote("spot", Span("a.yaml", 1, 5, 1, 6)),
    )


def test_only_an_error_stops_something() -> None:
    lowered = Selection(severity={TIMEOUT: Severity.WARNING})
    at = root().at("a")

    assert [one.stops for one in settle([finding(at)], Selection())] == ["gateway"]
    assert [(one.stops, one.severity) for one in settle([finding(at)], lowered)] == [(None, Severity.WARNING)]


def test_an_unknown_rule_is_an_error_that_stops_nothing() -> None:
    (diagnostic,) = settle([finding(root().at("a"), rule="their-rule")], Selection())

    assert (diagnostic.severity, diagnostic.stops) == (Severity.ERROR, None)


def test_a_hop_without_a_reference_has_only_its_place() -> None:
    place = root()
    origin = Origin(place.entry, 2, key="c", parent=place.at("b"), via=Hop("ref", place.at("a")))

    (diagnostic,) = settle([finding(origin)], Selection())

    assert [(via.kind, via.reference, via.user, via.pointer) for via in diagnostic.via] == [("ref", "", "", "/a")]


# Ways


def test_what_a_reference_leads_to_names_its_users(tmp_path: Path) -> None:
    (diagnostic,) = found(
        tmp_path,
        f"""
        components:
          pathItems:
            Orders: {{get: {{responses: {{}}, x-amazon-apigateway-integration: {INTEGRATION}}}}}
        paths:
          /orders: {{$ref: "#/components/pathItems/Orders"}}
          /b: {{$ref: "#/components/pathItems/Orders"}}
        """,
        TIMEOUT,
    )

    assert [(via.kind, via.user, via.reference) for via in diagnostic.via] == [
        ("ref", "GET /orders", "#/components/pathItems/Orders"),
        ("ref", "GET /b", "#/components/pathItems/Orders"),
    ]
    assert [via.pointer for via in diagnostic.via] == ["/paths/~1orders/$ref", "/paths/~1b/$ref"]


def test_an_anchor_used_by_alias_and_by_merge_is_one_finding(tmp_path: Path) -> None:
    (diagnostic,) = found(
        tmp_path,
        f"""
        x-integration: &i {INTEGRATION}
        paths:
          /a: {{get: {{responses: {{}}, x-amazon-apigateway-integration: *i}}}}
          /b:
            x-amazon-apigateway-any-method:
              responses: {{}}
              x-amazon-apigateway-integration:
                <<: *i
                passthroughBehavior: never
        """,
        TIMEOUT,
    )

    assert [(via.kind, via.user) for via in diagnostic.via] == [("alias", "GET /a"), ("merge", "ANY /b")]
    assert diagnostic.span.line == 4


def test_a_place_in_another_file_names_every_hop_on_the_way(tmp_path: Path) -> None:
    (diagnostic,) = found(
        tmp_path,
        "paths: {/orders: {$ref: 'orders.yaml#/item'}}\n",
        TIMEOUT,
        orders="item: {get: {$ref: 'get.yaml'}}\n",
        get=f"responses: {{}}\nx-amazon-apigateway-integration: {INTEGRATION}\n",
    )

    files = [(Path(via.span.file).name, via.reference, via.user) for via in diagnostic.via]
    assert Path(diagnostic.span.file).name == "get.yaml"
    assert files == [("orders.yaml", "get.yaml", "GET /orders"), ("api.yaml", "orders.yaml#/item", "GET /orders")]
