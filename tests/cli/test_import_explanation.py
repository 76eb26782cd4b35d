"""`specforge build --explain-import`."""

from __future__ import annotations

import json

from specforge.cli.import_explanation import MOST_LINES, Imported, as_text
from specforge.diagnostics import Span
from specforge.importdoc import Explained, Explanation
from tests.cli.conftest import BAD, GOOD, TEMPLATE, Specforge

NEWER = GOOD.replace("3.0.1", "3.1.0").replace("security: []", "callbacks: {}")


def change(what: str, line: int = 1) -> Explained:
    span = Span("a.yaml", line, 1, line, 2)
    return Explained("schema-keyword-removed", "rejects", "why", "left out", what, span, "")


def test_what_aws_would_do_what_was_done_and_where(specforge: Specforge) -> None:
    specforge.put("a.yaml", NEWER)

    done = specforge("build", "a.yaml", "--explain-import", "--target", "openapi", "--dry-run")

    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[0] == "a.yaml (REST API), imported as its author wrote it:"
    assert "Rejected by API Gateway" in lines
    assert "    in openapi.json: written as OpenAPI 3.0.1" in lines
    assert any(line.split() == ["OpenAPI", "3.1.0", "a.yaml:1:10"] for line in lines)
    assert any(line.split() == ["callbacks", "of", "operations", "a.yaml:7:7"] for line in lines)
    assert lines[-1].startswith("build would hold 1 file")


def test_nothing_changed_is_one_line(specforge: Specforge) -> None:
    specforge.put("a.yaml", GOOD)

    assert "API Gateway would take all of it." in specforge("build", "a.yaml", "--explain-import").out


def test_errors_that_nothing_mends_come_first(specforge: Specforge) -> None:
    specforge.put("a.yaml", BAD)

    out = specforge("build", "a.yaml", "--explain-import").out

    assert "Rejected by API Gateway, and not mended" in out
    assert "mokc" in out


def test_json_has_all_of_it_and_nothing_else_is_on_standard_output(specforge: Specforge) -> None:
    specforge.put("a.yaml", NEWER)

    done = specforge("build", "a.yaml", "--explain-import", "--format", "json", "--target", "openapi")

    (file,) = json.loads(done.out)["files"]
    assert file["kind"] == "rest"
    assert file["models"] == {"renamed": {}, "named": {}}
    assert [(one["what"], one["line"], one["column"]) for one in file["changes"]] == [
        ("OpenAPI 3.1.0", 1, 10),
        ("callbacks of operations", 7, 7),
    ]
    assert "build holds 1 file" in done.err


def test_each_api_of_a_template_has_its_own(specforge: Specforge) -> None:
    specforge.put("template.yaml", TEMPLATE)

    done = specforge("build", "template.yaml", "--explain-import", "--format", "json", "--allow-errors")

    assert [(one["file"], one["kind"]) for one in json.loads(done.out)["files"]] == [
        ("template.yaml#/Resources/Pets", "rest"),
        ("template.yaml#/Resources/Toys", "http"),
    ]


def test_a_thing_in_many_places_is_one_line() -> None:
    changes = tuple(change("style", line) for line in range(1, 6))

    text = as_text(Imported("a.yaml", "rest", Explanation(changes), ()))

    (line,) = [line for line in text.splitlines() if "style" in line]
    assert line.split() == ["style", "(5)", "a.yaml:1:1,", "2:1,", "3:1", "and", "2", "more"]


def test_long_lists_are_cut_in_text() -> None:
    changes = tuple(change(f"x-{number}") for number in range(MOST_LINES + 5))

    assert "… and 5 more; --format json lists all" in as_text(Imported("a.yaml", "rest", Explanation(changes), ()))


def test_a_text_of_the_document_cannot_drive_the_terminal() -> None:
    text = as_text(Imported("a.yaml", "rest", Explanation((change("x-\x1b[31m"),)), ()))

    assert "x-\\x1b[31m" in text
